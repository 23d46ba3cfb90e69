package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.decision.Decision;
import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeInstanceCommand;
import io.weirworks.scheduler.instance.NodeInstanceDecider;
import io.weirworks.scheduler.instance.NodeInstanceEvent;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.parameter.Substitution;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Follows a decision through the graph: each success releases its downstream, until nothing is left
 * or the bounds of one transaction are reached. Depth first, so that what is left over stays small.
 */
final class Cascade {
  /**
   * One node makes at most two records (event and command), the end of the workflow instance two
   * more.
   */
  private static final int RESERVED = 4;

  /** Code that one decision hands to the executor (DESIGN 3.3: about 4 MB). */
  private static final int MAX_CHARACTERS = 1_000_000;

  private final WorkflowGraph graph;
  private final Draft draft;
  private final Instant now;
  private final Deque<Step> steps = new ArrayDeque<>();
  private long characters;

  Cascade(WorkflowGraph graph, Draft draft, Instant now) {
    this.graph = graph;
    this.draft = draft;
    this.now = now;
  }

  /** Does the steps as far as the bounds allow, in the order given, and closes the decision. */
  WorkflowInstanceDecision run(List<Step> todo, int maxRecords) {
    steps.addAll(todo);
    int visited = 0;
    while (!steps.isEmpty()
        && draft.records() <= maxRecords - RESERVED
        && characters < MAX_CHARACTERS
        && visited < maxRecords) {
      perform(steps.pop());
      visited++;
    }
    return draft.close(List.copyOf(steps));
  }

  /** Lets one node instance decide and takes what follows; its refusal is handed back. */
  Optional<Rejection> apply(NodeInstance node, NodeInstanceCommand command) {
    int index = graph.index(node.nodeId());
    var plan = draft.flow().plan().node(graph.definition(), graph.node(index));
    return switch (NodeInstanceDecider.decide(node, plan, command, now)) {
      case Decision.Rejected<NodeInstanceEvent>(Rejection rejection) -> Optional.of(rejection);
      case Decision.Accepted<NodeInstanceEvent>(List<NodeInstanceEvent> events) -> {
        tell(node, index, events);
        yield Optional.empty();
      }
    };
  }

  private void tell(NodeInstance node, int index, List<NodeInstanceEvent> events) {
    NodeInstance current = node;
    for (NodeInstanceEvent event : events) {
      current = draft.tell(current, event);
      if (event instanceof NodeInstanceEvent.NodeInstanceDispatched dispatched) {
        characters += Substitution.length(graph.node(index).code(), dispatched.parameters());
      }
      if (current.state() instanceof NodeState.Success) {
        steps.push(new Step.ReleaseDownstream(index, 0));
      }
    }
  }

  private void perform(Step step) {
    switch (step) {
      case Step.CreateNodes(int node) -> create(node);
      case Step.StartNodes(int start) -> start(start);
      case Step.CancelNodes(int node) -> cancel(node);
      case Step.ReleaseDownstream(int node, int next) -> release(node, next);
    }
  }

  private void create(int index) {
    if (index < graph.size()) {
      steps.push(new Step.CreateNodes(index + 1));
      NodeId node = graph.node(index).id();
      var flow = draft.flow().plan().id();
      draft.create(
          id(index),
          new NodeInstanceEvent.NodeInstanceCreated(flow, node, graph.upstreamCount(index)));
    }
  }

  private void start(int start) {
    if (start < graph.starts().size()) {
      steps.push(new Step.StartNodes(start + 1));
      applyAt(graph.starts().get(start), new NodeInstanceCommand.Start());
    }
  }

  private void cancel(int index) {
    if (index < graph.size()
        && draft.flow().state() instanceof WorkflowInstanceState.Cancelling(String reason)) {
      steps.push(new Step.CancelNodes(index + 1));
      if (!(draft.node(id(index)).state() instanceof NodeState.Ended)) {
        applyAt(index, new NodeInstanceCommand.Cancel(reason));
      }
    }
  }

  private void release(int index, int next) {
    List<Integer> downstream = graph.downstream(index);
    if (next + 1 < downstream.size()) {
      steps.push(new Step.ReleaseDownstream(index, next + 1));
    }
    if (next < downstream.size()) {
      applyAt(
          downstream.get(next), new NodeInstanceCommand.ReleaseUpstream(graph.node(index).id()));
    }
  }

  private void applyAt(int index, NodeInstanceCommand command) {
    apply(draft.node(id(index)), command)
        .ifPresent(
            rejection -> {
              throw new IllegalStateException("A step was refused: " + rejection);
            });
  }

  private NodeInstanceId id(int index) {
    return NodeInstanceId.of(draft.flow().plan().id(), graph.node(index).id());
  }
}
