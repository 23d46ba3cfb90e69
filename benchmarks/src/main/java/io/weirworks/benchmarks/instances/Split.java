package io.weirworks.benchmarks.instances;

import io.weirworks.benchmarks.measure.Latencies;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How long each phase took, from the journal of one workload. */
final class Split {

  private final Shape shape;
  private final Journal journal;
  private final Map<String, Map<Integer, Life>> byFlow = new HashMap<>();
  private final Map<Phase, List<Long>> nanos = new EnumMap<>(Phase.class);

  private Split(Shape shape, Journal journal) {
    this.shape = shape;
    this.journal = journal;
    for (Life life : journal.lives()) {
      byFlow.computeIfAbsent(life.workflowInstance, _ -> new HashMap<>()).put(life.node, life);
    }
  }

  /** By phase; one that nothing went through is missing. */
  static Map<Phase, Latencies> of(Shape shape, Journal journal) {
    Split split = new Split(shape, journal);
    split.byFlow.forEach(split::flow);
    Map<Phase, Latencies> latencies = new EnumMap<>(Phase.class);
    split.nanos.forEach((phase, all) -> latencies.put(phase, new Latencies(all)));
    return latencies;
  }

  private void flow(String id, Map<Integer, Life> nodes) {
    Journal.Flow flow = journal.flows().get(id);
    if (flow == null) {
      throw new IllegalStateException("workflow instance " + id + " is not told of");
    }
    note(Phase.ACCEPTED, flow.asked(), flow.created());
    nodes.values().forEach(life -> node(flow, life, nodes));
    note(Phase.WHOLE, flow.asked(), Life.latest(ends(nodes.values())));
  }

  private void node(Journal.Flow flow, Life life, Map<Integer, Life> nodes) {
    List<Life> upstreams = shape.upstreams().get(life.node).stream().map(nodes::get).toList();
    Instant submitted = life.ended();
    Instant claimed = life.claimed();
    if (upstreams.isEmpty()) {
      note(Phase.MATCHED, flow.created(), life.dispatched);
    } else {
      List<Instant> told = upstreams.stream().map(Life::runEnded).toList();
      note(Phase.RELEASED, Life.latest(told), life.dispatched);
      note(Phase.HAND_OFF, Life.latest(ends(upstreams)), submitted);
    }
    note(Phase.QUEUED, life.dispatched, life.queued);
    note(Phase.CLAIMED, life.queued, claimed);
    note(Phase.STARTED, claimed, submitted);
    note(Phase.REPORTED, submitted, life.runEnded);
  }

  private static List<Instant> ends(Collection<Life> lives) {
    return lives.stream().map(Life::ended).toList();
  }

  private void note(Phase phase, @Nullable Instant from, @Nullable Instant to) {
    nanos.computeIfAbsent(phase, _ -> new ArrayList<>()).add(Life.between(from, to));
  }
}
