package io.weirworks.lineage.dataset;

import java.time.Instant;
import java.util.Comparator;

/**
 * Which statement of which run said so. The later one counts, in whatever order they arrive (R55);
 * of two that ended in the same millisecond the one with the greater id.
 *
 * @param observedAt when the run ended, whole milliseconds
 */
public record Confirmation(String runId, int statementIndex, Instant observedAt)
    implements Comparable<Confirmation> {

  private static final Comparator<Confirmation> ORDER =
      Comparator.comparing(Confirmation::observedAt)
          .thenComparing(Confirmation::runId)
          .thenComparingInt(Confirmation::statementIndex);

  @Override
  public int compareTo(Confirmation other) {
    return ORDER.compare(this, other);
  }
}
