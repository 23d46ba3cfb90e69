package io.weirworks.lineage.impact.adapter;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whose turn it is: what is due here is, and what others left lying. One thread uses it. */
final class DueRounds {

  private final long patience;
  private final Set<String> here = new HashSet<>();
  private final Map<String, Long> firstSeen = new HashMap<>();

  /**
   * @param patience how long others are given for theirs
   */
  DueRounds(Duration patience) {
    this.patience = patience.toNanos();
  }

  void madeHere(Collection<String> impacts) {
    here.addAll(impacts);
  }

  /**
   * @param due all rows now, oldest first
   * @param now monotonic, in nanoseconds
   */
  Set<String> turn(List<String> due, long now) {
    Set<String> all = new HashSet<>(due);
    here.retainAll(all);
    firstSeen.keySet().retainAll(all);
    Set<String> turn = new LinkedHashSet<>();
    for (String id : due) {
      long waited = now - firstSeen.computeIfAbsent(id, i -> now);
      if (here.contains(id) || waited >= patience) {
        turn.add(id);
      }
    }
    return turn;
  }

  /** All that was due at the last turn. */
  Set<String> known() {
    return firstSeen.keySet();
  }
}
