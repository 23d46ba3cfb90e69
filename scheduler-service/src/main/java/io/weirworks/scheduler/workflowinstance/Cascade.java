package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.decision.Decision;
import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeInstanceCommand;
import io.weirworks.scheduler.instance.NodeInstanceDecider;
import io.weirworks.scheduler.instance.NodeInstanceEvent;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.NodesCounted;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.WorkflowInstanceCompleted;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.WorkflowInstanceCreated;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One decision while it is being made: it sees its own earlier facts, follows successes to their
 * downstream, and stops at its bounds. Depth first, so that what is left over stays small.
 */
final class Cascade {
  /**
   * One node makes at most two records (event and command), the end of the workflow instance two
   * more.
   */
  private static final int RESERVED = 4;

  private final WorkflowGraph graph;
  private final NodeInstances stored;
  private final Instant now;
  private final Map<NodeInstanceId, NodeInstance> changed = new HashMap<>();
  private final Deque<Step> steps = new ArrayDeque<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Effect> effects = new ArrayList<>();
  private WorkflowInstance flow;
  private NodeCounts counts;
  private int records;

  private Cascade(WorkflowGraph graph, NodeInstances stored, Instant now, WorkflowInstance flow) {
    this.graph = graph;
    this.stored = stored;
    this.now = now;
    this.flow = flow;
    this.counts = flow.counts();
  }

  static Cascade of(WorkflowGraph graph, NodeInstances stored, Instant now, WorkflowInstance flow) {
    return new Cascade(graph, stored, now, flow);
  }

  static Cascade creating(
      WorkflowGraph graph, NodeInstances stored, Instant now, WorkflowInstancePlan plan) {
    WorkflowInstanceCreated created = new WorkflowInstanceCreated(plan, graph.size());
    Cascade cascade = new Cascade(graph, stored, now, WorkflowInstance.created(created));
    cascade.add(new Fact.OfWorkflowInstance(plan.id(), cascade.flow.sequence(), created), true);
    return cascade;
  }

  /** Does the steps as far as the bounds allow, in the order given, and closes the decision. */
  WorkflowInstanceDecision run(List<Step> todo, int maxRecords) {
    steps.addAll(todo);
    int visited = 0;
    while (!steps.isEmpty() && records <= maxRecords - RESERVED && visited < maxRecords) {
      perform(steps.pop());
      visited++;
    }
    count();
    complete();
    return new WorkflowInstanceDecision.Accepted(facts, effects, List.copyOf(steps));
  }

  /** Lets one node instance decide and takes what follows; its refusal is handed back. */
  Optional<Rejection> apply(NodeInstance node, NodeInstanceCommand command) {
    var plan = flow.plan().node(graph.definition(), graph.node(graph.index(node.nodeId())));
    return switch (NodeInstanceDecider.decide(node, plan, command, now)) {
      case Decision.Rejected<NodeInstanceEvent>(Rejection rejection) -> Optional.of(rejection);
      case Decision.Accepted<NodeInstanceEvent>(List<NodeInstanceEvent> events) -> {
        NodeInstance current = node;
        for (NodeInstanceEvent event : events) {
          current = tell(current, event);
        }
        yield Optional.empty();
      }
    };
  }

  void tell(WorkflowInstanceEvent event) {
    flow = flow.evolve(event);
    boolean told = event instanceof WorkflowInstanceEvent.Told;
    add(new Fact.OfWorkflowInstance(flow.plan().id(), flow.sequence(), event), told);
  }

  private NodeInstance tell(NodeInstance before, NodeInstanceEvent event) {
    NodeInstance after = before.evolve(event);
    changed.put(after.id(), after);
    counts = counts.moved(before.state(), after.state());
    add(
        new Fact.OfNodeInstance(after.id(), after.sequence(), event),
        event instanceof NodeInstanceEvent.Told);
    for (Effect effect : NodeEffects.of(before, after, event)) {
      add(effect);
    }
    if (after.state() instanceof NodeState.Success) {
      steps.push(new Step.ReleaseDownstream(graph.index(after.nodeId()), 0));
    }
    return after;
  }

  private void perform(Step step) {
    switch (step) {
      case Step.CreateNodes(int node) -> {
        if (node < graph.size()) {
          steps.push(new Step.CreateNodes(node + 1));
          create(node);
        }
      }
      case Step.StartNodes(int start) -> {
        if (start < graph.starts().size()) {
          steps.push(new Step.StartNodes(start + 1));
          applyAt(graph.starts().get(start), new NodeInstanceCommand.Start());
        }
      }
      case Step.CancelNodes(int node) -> {
        if (node < graph.size()) {
          steps.push(new Step.CancelNodes(node + 1));
          cancel(node);
        }
      }
      case Step.ReleaseDownstream(int node, int next) -> {
        List<Integer> downstream = graph.downstream(node);
        if (next + 1 < downstream.size()) {
          steps.push(new Step.ReleaseDownstream(node, next + 1));
        }
        if (next < downstream.size()) {
          applyAt(downstream.get(next), new NodeInstanceCommand.ReleaseUpstream());
        }
      }
    }
  }

  private void create(int index) {
    var node = graph.node(index).id();
    var event =
        new NodeInstanceEvent.NodeInstanceCreated(
            flow.plan().id(), node, graph.upstreamCount(index));
    NodeInstance created = NodeInstance.created(NodeInstanceId.of(flow.plan().id(), node), event);
    changed.put(created.id(), created);
    add(new Fact.OfNodeInstance(created.id(), created.sequence(), event), true);
  }

  private void cancel(int index) {
    WorkflowInstanceState.Cancelling cancelling = (WorkflowInstanceState.Cancelling) flow.state();
    if (!(node(index).state() instanceof NodeState.Ended)) {
      applyAt(index, new NodeInstanceCommand.Cancel(cancelling.reason()));
    }
  }

  private void applyAt(int index, NodeInstanceCommand command) {
    apply(node(index), command)
        .ifPresent(
            rejection -> {
              throw new IllegalStateException("A step was refused: " + rejection);
            });
  }

  private NodeInstance node(int index) {
    NodeInstanceId id = NodeInstanceId.of(flow.plan().id(), graph.node(index).id());
    NodeInstance own = changed.get(id);
    return own != null
        ? own
        : stored.find(id).orElseThrow(() -> new IllegalStateException("There is no " + id));
  }

  private void count() {
    if (!counts.equals(flow.counts())) {
      tell(new NodesCounted(counts));
    }
  }

  private void complete() {
    boolean goesOn = !steps.isEmpty() || counts.open() > 0;
    if (goesOn || flow.state() instanceof WorkflowInstanceState.Ended) {
      return;
    }
    tell(new WorkflowInstanceCompleted(flow.outcome(), counts));
    BackfillId backfill = flow.plan().backfill();
    if (backfill != null) {
      WorkflowInstancePlan plan = flow.plan();
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
