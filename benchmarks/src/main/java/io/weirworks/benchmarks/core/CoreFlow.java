package io.weirworks.benchmarks.core;

import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeInstanceCommand;
import io.weirworks.scheduler.instance.NodeInstanceEvent;
import io.weirworks.scheduler.instance.RunFact;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import io.weirworks.scheduler.workflowinstance.Effect;
import io.weirworks.scheduler.workflowinstance.Fact;
import io.weirworks.scheduler.workflowinstance.NodeCounts;
import io.weirworks.scheduler.workflowinstance.NodeInstances;
import io.weirworks.scheduler.workflowinstance.Origin;
import io.weirworks.scheduler.workflowinstance.WorkflowInstance;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceDecider;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceDecision;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.WorkflowInstanceCreated;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One workflow instance carried through by decisions alone: each run is queued and succeeds. */
final class CoreFlow {

  private static final int MAX_RECORDS = 200;

  private final WorkflowInstanceId id;
  private final WorkflowInstanceDecider decider;
  private final Instant now;
  private final Map<NodeInstanceId, NodeInstance> nodes = new HashMap<>();
  private final Deque<Effect.DispatchRun> dispatched = new ArrayDeque<>();
  private @Nullable WorkflowInstance flow;
  private long decisions;

  CoreFlow(WorkflowGraph graph, String command, Instant now) {
    this.id = WorkflowInstanceId.manual("core", command);
    this.decider = new WorkflowInstanceDecider(graph, MAX_RECORDS);
    this.now = now;
  }

  /**
   * Carries it through.
   *
   * @return how many decisions that took
   */
  long run() {
    decide(
        new WorkflowInstanceCommand.CreateWorkflowInstance(
            id, new Origin.Manual(), LocalDate.of(2026, 11, 1), Map.of()));
    for (Effect.DispatchRun run; (run = dispatched.poll()) != null; ) {
      tell(run, new RunFact.Queued(run.attempt(), 1));
      tell(run, new RunFact.Succeeded(run.attempt(), 2, now, now));
    }
    return decisions;
  }

  /** Nodes that were carried through. */
  int succeeded() {
    return flow == null ? 0 : flow.counts().succeeded();
  }

  private void tell(Effect.DispatchRun run, RunFact fact) {
    decide(
        new WorkflowInstanceCommand.ForNodeInstance(
            run.nodeInstance(), new NodeInstanceCommand.ReportRun(fact)));
  }

  private void decide(WorkflowInstanceCommand command) {
    decisions++;
    WorkflowInstanceDecision decision = decider.decide(flow, new InMemory(nodes), command, now);
    switch (decision) {
      case WorkflowInstanceDecision.Rejected(var rejection) ->
          throw new IllegalStateException(rejection.message());
      case WorkflowInstanceDecision.Accepted accepted -> {
        accepted.facts().forEach(this::evolve);
        accepted.effects().forEach(this::follow);
        if (!accepted.rest().isEmpty()) {
          decide(new WorkflowInstanceCommand.Continue(accepted.rest()));
        }
      }
    }
  }

  /** All nodes are in memory; nobody reruns any. */
  private record InMemory(Map<NodeInstanceId, NodeInstance> nodes) implements NodeInstances {
    @Override
    public Optional<NodeInstance> find(NodeInstanceId id) {
      return Optional.ofNullable(nodes.get(id));
    }

    @Override
    public void load(Collection<NodeInstanceId> ids) {
      // They are there.
    }

    @Override
    public Set<NodeInstanceId> running(NodeCounts counts) {
      return Set.of();
    }

    @Override
    public Set<NodeInstanceId> failed(NodeCounts counts) {
      return Set.of();
    }
  }

  private void evolve(Fact fact) {
    switch (fact) {
      case Fact.OfNodeInstance(NodeInstanceId node, var _, NodeInstanceEvent event) -> {
        NodeInstance before = nodes.get(node);
        nodes.put(
            node,
            event instanceof NodeInstanceEvent.NodeInstanceCreated created
                ? NodeInstance.created(node, created)
                : evolved(before, event));
      }
      case Fact.OfWorkflowInstance(var _, var _, WorkflowInstanceCreated created) ->
          flow = WorkflowInstance.created(created);
      case Fact.OfWorkflowInstance(var _, var _, var event) ->
          flow = flow == null ? null : flow.evolve(event);
    }
  }

  private static NodeInstance evolved(@Nullable NodeInstance before, NodeInstanceEvent event) {
    if (before == null) {
      throw new IllegalStateException(event + " of a node instance that does not exist");
    }
    return before.evolve(event);
  }

  private void follow(Effect effect) {
    if (effect instanceof Effect.DispatchRun run) {
      dispatched.add(run);
    }
  }
}
