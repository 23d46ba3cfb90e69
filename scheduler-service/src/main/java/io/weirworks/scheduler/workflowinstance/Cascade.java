package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.controlflow.Control;
import io.weirworks.scheduler.controlflow.Join;
import io.weirworks.scheduler.controlflow.Verdict;
import io.weirworks.scheduler.decision.Decision;
import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeInstanceCommand;
import io.weirworks.scheduler.instance.NodeInstanceDecider;
import io.weirworks.scheduler.instance.NodeInstanceEvent;
import io.weirworks.scheduler.instance.NodeState;
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
  private final Turns turns;
  private final Reruns reruns;
  private long characters;

  Cascade(WorkflowGraph graph, Draft draft, Instant now) {
    this.graph = graph;
    this.draft = draft;
    this.now = now;
    this.turns = new Turns(graph, draft, steps, this::applyAt);
    this.reruns = new Reruns(graph, draft, steps, this::applyAt);
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
    Place place = Place.of(graph, node);
    var plan =
        draft
            .flow()
            .plan()
            .node(
                graph.definition(),
                graph.node(place.index()),
                node.id(),
                new GraphSurroundings(graph, draft, place));
    return switch (NodeInstanceDecider.decide(node, plan, command, now)) {
      case Decision.Rejected<NodeInstanceEvent>(Rejection rejection) -> Optional.of(rejection);
      case Decision.Accepted<NodeInstanceEvent>(List<NodeInstanceEvent> events) -> {
        tell(node, place, events);
        yield Optional.empty();
      }
    };
  }

  private void tell(NodeInstance node, Place place, List<NodeInstanceEvent> events) {
    NodeInstance current = node;
    for (NodeInstanceEvent event : events) {
      NodeInstance before = current;
      reruns.precede(node.id(), event);
      current = draft.tell(before, event);
      if (event instanceof NodeInstanceEvent.NodeInstanceDispatched dispatched) {
        characters += characters(place, dispatched);
      }
      turns.follow(place, before.state(), current.state());
      if (tellsDownstream(place, current.state())) {
        steps.push(new Step.ReleaseDownstream(place.index(), 0, place.number()));
      }
    }
  }

  private long characters(Place place, NodeInstanceEvent.NodeInstanceDispatched dispatched) {
    String code = graph.node(place.index()).code();
    return dispatched.inputs().length(code, dispatched.parameters())
            instanceof Verdict.Value<Long>(Long length)
        ? length
        : 0;
  }

  /** A failure is an end to a join only, and none while all is being stopped or has ended. */
  private boolean tellsDownstream(Place place, NodeState state) {
    return state instanceof NodeState.Success
        || (state instanceof NodeState.Ended
            && graph.isBeforeJoin(place.index())
            && !isStopping(place));
  }

  private boolean isStopping(Place place) {
    return !(draft.flow().state() instanceof WorkflowInstanceState.Running)
        || turns.isStopping(place);
  }

  private void perform(Step step) {
    switch (step) {
      case Step.CreateNodes(int node) -> create(node);
      case Step.StartNodes(int start) -> start(start);
      case Step.CancelNodes(int node) -> cancel(node);
      case Step.ReleaseDownstream(int node, int next, int number) ->
          release(turns.place(node, number), next);
      case Step.CreateTurn it -> turns.create(it);
      case Step.StartTurn it -> turns.start(it);
      case Step.CancelTurn it -> turns.cancel(it);
      case Step.EndTurns(int loop) -> turns.end(loop);
      case Step.RerunNodes it -> reruns.reset(it);
      case Step.RecountDownstream it -> reruns.recount(it);
      case Step.RecountNode it -> reruns.recount(it);
    }
  }

  private void create(int index) {
    if (index < graph.size()) {
      steps.push(new Step.CreateNodes(index + 1));
      if (!graph.isInner(index)) {
        draft.create(new Place(index, null));
      }
    }
  }

  private void start(int start) {
    if (start < graph.starts().size()) {
      steps.push(new Step.StartNodes(start + 1));
      applyAt(new Place(graph.starts().get(start), null), new NodeInstanceCommand.Start());
    }
  }

  private void cancel(int index) {
    if (index < graph.size()
        && draft.flow().state() instanceof WorkflowInstanceState.Cancelling(String reason)) {
      steps.push(new Step.CancelNodes(index + 1));
      Place place = new Place(index, null);
      if (!graph.isInner(index) && !(draft.node(id(place)).state() instanceof NodeState.Ended)) {
        applyAt(place, new NodeInstanceCommand.Cancel(reason));
      }
    }
  }

  private void release(Place place, int next) {
    List<Integer> downstream = graph.downstream(place.index());
    if (next + 1 < downstream.size()) {
      steps.push(new Step.ReleaseDownstream(place.index(), next + 1, place.number()));
    }
    if (next < downstream.size()) {
      Place waiting = place.beside(downstream.get(next));
      NodeId upstream = graph.node(place.index()).id();
      boolean succeeded = draft.node(id(place)).state() instanceof NodeState.Success;
      if (graph.node(waiting.index()).steering().control() instanceof Control.Meet(Join join)) {
        if (succeeded || join.waitsForEndOf(upstream)) {
          applyAt(waiting, new NodeInstanceCommand.EndUpstream(upstream));
        }
      } else if (succeeded) {
        applyAt(waiting, new NodeInstanceCommand.ReleaseUpstream(upstream));
      }
    }
  }

  private void applyAt(Place place, NodeInstanceCommand command) {
    apply(draft.node(id(place)), command)
        .ifPresent(
            rejection -> {
              throw new IllegalStateException("A step was refused: " + rejection);
            });
  }

  private NodeInstanceId id(Place place) {
    return place.id(draft.flow().plan().id(), graph);
  }
}
