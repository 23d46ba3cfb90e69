package io.weirworks.executor.claim;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the heart-beat answers about one run.
 *
 * @param claimEpoch of the claim that this runner holds on it; null: none
 * @param cancelAsked whether it is to end
 * @param running whether its start is told and its holder is believed
 * @param ended whether its terminal event is told
 * @param epoch of the latest claim that an event told of
 * @param reportNumber of the last report of that epoch that changed something
 * @param evidence number of the last report that was kept as evidence, by epoch
 */
public record Standing(
    @Nullable Long claimEpoch,
    boolean cancelAsked,
    boolean running,
    boolean ended,
    long epoch,
    long reportNumber,
    Map<Long, Long> evidence) {

  public Standing {
    evidence = Map.copyOf(evidence);
  }

  public boolean holds(long mine) {
    return claimEpoch != null && claimEpoch == mine;
  }

  /** Whether the end that was reported under this epoch needs no repeating. */
  public boolean knowsEnd(long mine, long number) {
    boolean told = ended && mine == epoch && reportNumber >= number;
    return told || evidence.getOrDefault(mine, 0L) >= number;
  }

  /** Number of the last report of this epoch that was heard, 0 where none was. */
  public long heard(long mine) {
    return Math.max(mine == epoch ? reportNumber : 0, evidence.getOrDefault(mine, 0L));
  }
}
