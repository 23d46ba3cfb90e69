package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.controlflow.Signal;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.Iteration;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.AwaitedInstances;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeInstanceEvent;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.instance.Operation;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.NodesCounted;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.WorkflowInstanceCompleted;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.WorkflowInstanceCreated;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The facts and effects of one decision while it is being made; whoever reads it sees what it
 * already says.
 */
final class Draft {
  private final WorkflowGraph graph;
  private final NodeInstances stored;
  private final Map<NodeInstanceId, NodeInstance> changed = new HashMap<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private WorkflowInstance flow;
  private NodeCounts counts;
  private int records;

  Draft(WorkflowGraph graph, NodeInstances stored, WorkflowInstance flow) {
    this.graph = graph;
    this.stored = stored;
    this.flow = flow;
    this.counts = flow.counts();
  }

  static Draft creating(WorkflowGraph graph, NodeInstances stored, WorkflowInstanceCreated event) {
    Draft draft = new Draft(graph, stored, WorkflowInstance.created(event));
    draft.add(new Fact.OfWorkflowInstance(event.plan().id(), draft.flow.sequence(), event), true);
    return draft;
  }

  WorkflowInstance flow() {
    return flow;
  }

  /** Outgoing records so far: told events and commands. */
  int records() {
    return records;
  }

  NodeInstance node(NodeInstanceId id) {
    NodeInstance own = changed.get(id);
    return own != null
        ? own
        : stored.find(id).orElseThrow(() -> new IllegalStateException("There is no " + id));
  }

  /** Says that these will be read. */
  void load(Collection<NodeInstanceId> ids) {
    stored.load(ids.stream().filter(id -> !changed.containsKey(id)).toList());
  }

  Optional<Signal> signal(NodeInstanceId id) {
    return stored.signal(id);
  }

  /** What somebody asked to run now waits for nothing outside. */
  AwaitedInstances awaited(NodeDefinition node) {
    return switch (flow.plan().origin()) {
      case Origin.Manual _, Origin.SmokeTest _ -> AwaitedInstances.NONE;
      case Origin.OfBackfill _, Origin.Scheduled _ -> stored.awaited(flow.plan(), node);
    };
  }

  void tell(WorkflowInstanceEvent event) {
    flow = flow.evolve(event);
    boolean told = event instanceof WorkflowInstanceEvent.Told;
    add(new Fact.OfWorkflowInstance(flow.plan().id(), flow.sequence(), event), told);
    if (event instanceof WorkflowInstanceEvent.CancellationRequested(String reason)) {
      add(new Effect.LogOperation(flow.plan().id().value(), Operation.stop(reason)));
    }
  }

  /** Makes the node instance of a place. */
  void create(Place place) {
    var flowId = flow.plan().id();
    NodeInstanceId id = place.id(flowId, graph);
    var event =
        new NodeInstanceEvent.NodeInstanceCreated(
            flowId,
            graph.node(place.index()).id(),
            place.iteration(),
            graph.upstreamCount(place.index()));
    NodeInstance created = NodeInstance.created(id, event);
    changed.put(id, created);
    add(new Fact.OfNodeInstance(id, created.sequence(), event), true);
  }

  NodeInstance tell(NodeInstance before, NodeInstanceEvent event) {
    NodeInstance after = before.evolve(event);
    changed.put(after.id(), after);
    add(
        new Fact.OfNodeInstance(after.id(), after.sequence(), event),
        event instanceof NodeInstanceEvent.Told);
    NodeEffects.of(before, after, event).forEach(this::add);
    count(before, after);
    return after;
  }

  /** A node inside a loop counts there. */
  private void count(NodeInstance before, NodeInstance after) {
    Iteration iteration = after.iteration();
    NodeId loopId = graph.node(graph.index(after.nodeId())).steering().loop();
    if (iteration == null || loopId == null) {
      counts = counts.moved(before.state(), after.state());
      return;
    }
    int change = (after.state().isOpen() ? 1 : 0) - (before.state().isOpen() ? 1 : 0);
    if (change != 0) {
      NodeInstance loop = node(NodeInstanceId.of(flow.plan().id(), loopId));
      if (loop.state() instanceof NodeState.Looping looping) {
        var counted = looping.progress().counted(iteration.number(), change);
        tell(loop, new NodeInstanceEvent.LoopAdvanced(counted));
      }
    }
  }

  /** Writes the counts down and, when nothing of the workflow instance can go on, its end. */
  WorkflowInstanceDecision close(List<Step> rest) {
    if (!counts.equals(flow.counts())) {
      tell(new NodesCounted(counts));
    }
    boolean goesOn = !rest.isEmpty() || counts.open() > 0;
    if (!goesOn && !(flow.state() instanceof WorkflowInstanceState.Ended)) {
      complete();
    }
    return new WorkflowInstanceDecision.Accepted(facts, effects, rest);
  }

  private void complete() {
    tell(new WorkflowInstanceCompleted(flow.outcome(), counts));
    WorkflowInstancePlan plan = flow.plan();
    BackfillId backfill = plan.backfill();
    if (backfill != null) {
      add(
          new Effect.ReportWorkflowInstance(
              backfill, plan.id(), flow.sequence(), plan.bizdate(), flow.state().status()));
    }
  }

  private void add(Fact fact, boolean told) {
    facts.add(fact);
    records += told ? 1 : 0;
  }

  private void add(Effect effect) {
    effects.add(effect);
    records += NodeEffects.isRecord(effect) ? 1 : 0;
  }
}
