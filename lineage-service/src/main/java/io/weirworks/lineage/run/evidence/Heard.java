package io.weirworks.lineage.run.evidence;

import io.weirworks.lineage.openlineage.EventReader;
import io.weirworks.lineage.openlineage.NotAnEventException;
import io.weirworks.lineage.openlineage.OpenLineageEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What a batch of events says.
 *
 * @param runs one for each event of a run
 * @param left events that cannot be read, and those that were left out before
 */
public record Heard(List<EngineRun> runs, int left) {

  public Heard {
    runs = List.copyOf(runs);
  }

  /**
   * @param events as JSON
   * @param dropped events that were left out before
   */
  public static Heard of(List<String> events, int dropped) {
    List<EngineRun> runs = new ArrayList<>();
    int left = dropped;
    for (String event : events) {
      try {
        if (EventReader.read(event) instanceof OpenLineageEvent.OfRun(var read)) {
          runs.add(EngineRun.of(read));
        }
      } catch (NotAnEventException e) {
        left++; // what a record of our own holds is never a reason to stop its shard
      }
    }
    return new Heard(runs, left);
  }

  /** With what waited. */
  public Heard and(Evidence held) {
    List<EngineRun> all = new ArrayList<>(runs);
    all.addAll(held.runs().values());
    return new Heard(all, left + held.dropped());
  }
}
