package io.weirworks.lineage.run.evidence;

import io.weirworks.lineage.openlineage.EventReader;
import io.weirworks.lineage.openlineage.NotAnEventException;
import io.weirworks.lineage.openlineage.OpenLineageEvent;
import io.weirworks.lineage.run.history.KnownRun;
import java.util.ArrayList;
import java.util.List;

/**
 * What a batch of events says.
 *
 * @param runs one for each event of a run
 * @param left events that cannot be read, and those that were left out before
 * @param history how the runs went, whether that counts for lineage or not
 */
public record Heard(List<EngineRun> runs, int left, List<KnownRun> history) {

  public Heard {
    runs = List.copyOf(runs);
    history = List.copyOf(history);
  }

  /**
   * @param events as JSON
   * @param dropped events that were left out before
   */
  public static Heard of(List<String> events, int dropped) {
    List<EngineRun> runs = new ArrayList<>();
    List<KnownRun> history = new ArrayList<>();
    int left = dropped;
    for (String event : events) {
      try {
        if (EventReader.read(event) instanceof OpenLineageEvent.OfRun(var read)) {
          runs.add(EngineRun.of(read));
          history.add(KnownRun.of(read));
        }
      } catch (NotAnEventException e) {
        left++; // what a record of our own holds is never a reason to stop its shard
      }
    }
    return new Heard(runs, left, history);
  }

  /** With what waited. */
  public Heard and(Evidence held) {
    List<EngineRun> all = new ArrayList<>(runs);
    all.addAll(held.runs().values());
    return new Heard(all, left + held.dropped(), history);
  }
}
