package io.weirworks.scheduler.simulation;

import io.weirworks.scheduler.generation.DayPlan;
import io.weirworks.scheduler.generation.PlannedInstance;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.parameter.EvaluationContext;
import io.weirworks.scheduler.parameter.ParameterError;
import io.weirworks.scheduler.parameter.ParameterValues;
import io.weirworks.scheduler.parameter.Result;
import io.weirworks.scheduler.recurrence.Tick;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/**
 * What will run between two moments: every instance with its time, what it depends on and waits
 * for, and its parameters. Deterministic; by the rules of recurrence, generation and dependency
 * alone. Memory does not grow with the time simulated.
 */
public final class Simulation {
  private final Universe universe;

  /**
   * @param nodes whose dependencies may name one another, in whichever workflow they are
   */
  public Simulation(Collection<ScheduledNode> nodes) {
    this.universe = new Universe(nodes);
  }

  /** An instance of a node, by the node's rank. */
  private record Turn(int rank, Tick tick, Timeline timeline, int index) {}

  private static final Comparator<Turn> ORDER =
      Comparator.comparingInt(Turn::rank).thenComparing(turn -> turn.tick().day());

  /**
   * Hands over all instances in order of scheduled time, workflow and node.
   *
   * @param from first scheduled time
   * @param to behind the last scheduled time
   * @throws UnusableParameterException where a parameter's value does not exist
   */
  public void run(Instant from, Instant to, Consumer<SimulatedInstance> each) {
    PriorityQueue<TimelineCursor> cursors = new PriorityQueue<>();
    for (Timeline timeline : universe.timelines()) {
      TimelineCursor cursor = new TimelineCursor(timeline, from, to);
      if (cursor.isThere()) {
        cursors.add(cursor);
      }
    }
    while (!cursors.isEmpty()) {
      turnsOfOneMoment(cursors).forEach(turn -> each.accept(instance(turn)));
    }
  }

  private List<Turn> turnsOfOneMoment(PriorityQueue<TimelineCursor> cursors) {
    Instant moment = cursors.element().tick().time();
    List<Turn> turns = new ArrayList<>();
    while (!cursors.isEmpty() && cursors.element().tick().time().equals(moment)) {
      TimelineCursor cursor = cursors.remove();
      for (int rank : universe.ranks(cursor.timeline())) {
        turns.add(new Turn(rank, cursor.tick(), cursor.timeline(), cursor.index()));
      }
      cursor.advance();
      if (cursor.isThere()) {
        cursors.add(cursor);
      }
    }
    turns.sort(ORDER);
    return turns;
  }

  private SimulatedInstance instance(Turn turn) {
    NodePlans node = universe.node(turn.rank());
    Tick tick = turn.tick();
    DayPlan plan = turn.timeline().on(tick.day());
    PlannedInstance planned = plan.instances().get(turn.index());
    DependencyEdges dependencies = new DependencyEdges(universe, node, tick.day(), turn.index());
    List<SimulatedInstance.Edge> edges = dependencies.all();
    SimulatedKind kind = SimulatedKind.of(planned.type());
    return new SimulatedInstance(
        node.node().key(),
        tick.time().atZone(plan.zone()),
        tick.bizdate(),
        kind,
        edges,
        waits(dependencies.isIsolated(), !edges.isEmpty(), kind, node.node()),
        node.node().resource(),
        parameters(node.node(), tick, plan.zone()));
  }

  private static List<SimulatedWait> waits(
      boolean isolated, boolean dependent, SimulatedKind kind, ScheduledNode node) {
    List<SimulatedWait> waits = new ArrayList<>();
    if (isolated) {
      waits.add(SimulatedWait.ISOLATED);
    }
    if (dependent) {
      waits.add(SimulatedWait.UPSTREAM);
    }
    waits.add(SimulatedWait.SCHEDULED_TIME);
    if (kind == SimulatedKind.NORMAL && node.resource().needed()) {
      waits.add(SimulatedWait.RESOURCE);
    }
    return waits;
  }

  /** What is the present day for an instance of tomorrow is its own scheduled date. */
  private static ParameterValues parameters(ScheduledNode node, Tick tick, ZoneId zone) {
    WorkflowInstanceId workflowInstance =
        WorkflowInstanceId.scheduled(
            new WorkflowId(node.key().workflow()), tick.bizdate(), tick.time());
    EvaluationContext.Ids ids =
        new EvaluationContext.Ids(
            node.key().workflow(),
            node.key().node(),
            NodeInstanceId.of(workflowInstance, new NodeId(node.key().node())).value().toString());
    return switch (node.parameters()
        .evaluate(EvaluationContext.of(tick.time(), zone, tick.time(), ids))) {
      case Result.Value<ParameterValues>(ParameterValues values) -> values;
      case Result.Refused<ParameterValues>(ParameterError error) ->
          throw new UnusableParameterException(node.key(), error);
    };
  }
}
