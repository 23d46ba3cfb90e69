package io.weirworks.scheduler.simulation;

import io.weirworks.scheduler.dependency.InstanceDependencies;
import io.weirworks.scheduler.dependency.TimetablePlans;
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
import java.util.Iterator;
import java.util.List;

/**
 * What will run between two moments: every instance with its time, what it depends on and waits
 * for, and its parameters. Deterministic; by the rules of recurrence, generation and dependency
 * alone. Memory does not grow with the time simulated.
 */
public final class Simulation {
  private static final Comparator<SimulatedInstance.Edge> EDGES =
      Comparator.comparing((SimulatedInstance.Edge edge) -> edge.scheduledTime().toInstant())
          .thenComparing(SimulatedInstance.Edge::key)
          .thenComparing(SimulatedInstance.Edge::kind);

  private final Universe universe;

  /**
   * @param nodes whose dependencies may name one another, in whichever workflow they are
   */
  public Simulation(Collection<ScheduledNode> nodes) {
    this.universe = new Universe(nodes);
  }

  /**
   * All instances in order of scheduled time, workflow and node, computed as they are asked for.
   *
   * @param from first scheduled time
   * @param to behind the last scheduled time
   * @throws UnusableParameterException from the iterator, where a parameter's value does not exist
   */
  public Iterator<SimulatedInstance> instances(Instant from, Instant to) {
    Turns turns = new Turns(universe, from, to);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return turns.hasNext();
      }

      @Override
      public SimulatedInstance next() {
        return instance(turns.next());
      }
    };
  }

  private SimulatedInstance instance(Turns.Turn turn) {
    ScheduledNode node = universe.node(turn.rank());
    Tick tick = turn.tick();
    DayPlan plan = turn.timeline().on(tick.day());
    PlannedInstance planned = plan.instances().get(turn.index());
    InstanceDependencies dependencies =
        new InstanceDependencies(
            universe,
            node.key(),
            new TimetablePlans(turn.timeline(), node.isSelfDependent()),
            node.dependencies(),
            tick.day(),
            turn.index());
    List<SimulatedInstance.Edge> edges = edges(dependencies);
    SimulatedKind kind = SimulatedKind.of(planned.type());
    return new SimulatedInstance(
        node.key(),
        tick.time().atZone(plan.zone()),
        tick.bizdate(),
        kind,
        edges,
        waits(dependencies.isIsolated(), !edges.isEmpty(), kind, node),
        node.resource(),
        parameters(node, tick, plan.zone()));
  }

  private static List<SimulatedInstance.Edge> edges(InstanceDependencies dependencies) {
    return dependencies.edges().stream()
        .map(
            edge ->
                SimulatedInstance.Edge.of(
                    edge.upstream(), edge.tick().time(), edge.zone(), edge.kind()))
        .sorted(EDGES)
        .toList();
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
