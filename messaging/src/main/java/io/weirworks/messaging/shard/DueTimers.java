package io.weirworks.messaging.shard;

import io.weirworks.messaging.Work;
import io.weirworks.messaging.storage.TimerTable;
import io.weirworks.messaging.storage.TimerTable.Timer;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The timers that a transaction may fire, as they were read under the shards' locks; what the
 * transaction itself sets or clears lies in its ledger.
 */
final class DueTimers {

  private final Map<TimerTable.Key, Optional<Timer>> read = new HashMap<>();

  private DueTimers() {}

  static DueTimers of(Work work) {
    return work.kept(DueTimers.class, DueTimers::new);
  }

  /** Reads those of one kind with one statement; gives the subjects that have one. */
  List<String> read(String kind, Collection<String> subjects, Work work) {
    subjects.forEach(subject -> read.put(new TimerTable.Key(subject, kind), Optional.empty()));
    List<Timer> found = work.query(c -> TimerTable.find(c, kind, subjects));
    found.forEach(timer -> read.put(timer.key(), Optional.of(timer)));
    return found.stream().map(timer -> timer.key().subject()).toList();
  }

  /** The timer, if it is set. */
  Optional<Timer> find(TimerTable.Key key, Work work) {
    Optional<Timer> known = read.get(key);
    return known != null ? known : work.query(c -> TimerTable.find(c, key));
  }
}
