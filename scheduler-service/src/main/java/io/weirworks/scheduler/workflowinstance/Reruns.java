package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.controlflow.Control;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.instance.NodeInstanceCommand;
import io.weirworks.scheduler.instance.NodeInstanceEvent;
import io.weirworks.scheduler.instance.OperatorEvent;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.WorkflowInstanceReopened;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * A manual rerun while a decision is being made: all of its nodes are set back first, then those
 * begin that wait for nothing; the rest follows in the order of the graph as always.
 *
 * @param steps what is still to do, next first; beginnings come after all else
 */
record Reruns(
    WorkflowGraph graph,
    Draft draft,
    Deque<Step> steps,
    BiConsumer<Place, NodeInstanceCommand> decide) {

  void reset(Step.RerunNodes step) {
    if (step.next() == step.nodes().size()) {
      return;
    }
    if (step.next() == 0) {
      reopen(new Place(step.of(), null).id(draft.flow().plan().id(), graph));
    }
    int index = step.nodes().get(step.next());
    steps.push(new Step.RerunNodes(step.of(), step.nodes(), step.next() + 1, step.comment()));
    Place place = new Place(index, null);
    List<NodeId> open =
        new GraphSurroundings(graph, draft, place)
            .openUpstreams(upstream -> contains(step, graph.index(upstream)));
    decide.accept(
        place, new NodeInstanceCommand.Reset(graph.node(step.of()).id(), open, step.comment()));
    if (open.isEmpty()) {
      steps.addLast(new Step.RecountNode(index));
    }
    if (!graph.downstream(index).stream().allMatch(next -> contains(step, next))) {
      steps.push(new Step.RecountDownstream(index, 0));
    }
  }

  private static boolean contains(Step.RerunNodes step, int index) {
    return Collections.binarySearch(step.nodes(), index) >= 0;
  }

  void recount(Step.RecountDownstream step) {
    List<Integer> downstream = graph.downstream(step.node());
    if (step.next() < downstream.size()) {
      steps.push(new Step.RecountDownstream(step.node(), step.next() + 1));
      decide.accept(
          new Place(downstream.get(step.next()), null), new NodeInstanceCommand.RecountUpstreams());
    }
  }

  /** Where it waits for nothing it begins. */
  void recount(Step.RecountNode step) {
    decide.accept(new Place(step.node(), null), new NodeInstanceCommand.RecountUpstreams());
  }

  /** Does what must be before an event of a node instance. */
  void precede(NodeInstanceId node, NodeInstanceEvent event) {
    if (event instanceof OperatorEvent operated && operated.reopens()) {
      reopen(node);
    }
  }

  /**
   * Lets a workflow instance that has ended go on with a node instance. Its joins were not told of
   * what was cancelled since: they count anew.
   */
  private void reopen(NodeInstanceId with) {
    if (draft.flow().state() instanceof WorkflowInstanceState.Ended) {
      draft.tell(new WorkflowInstanceReopened(with));
      IntStream.range(0, graph.size())
          .filter(index -> graph.node(index).steering().control() instanceof Control.Meet)
          .filter(index -> !graph.isInner(index))
          .mapToObj(Step.RecountNode::new)
          .forEach(steps::addLast);
    }
  }
}
