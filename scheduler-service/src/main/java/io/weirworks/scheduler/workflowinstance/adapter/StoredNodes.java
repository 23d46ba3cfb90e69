package io.weirworks.scheduler.workflowinstance.adapter;

import static io.weirworks.scheduler.controlflow.adapter.SignalKind.SIGNAL;
import static io.weirworks.scheduler.instance.adapter.NodeInstanceKind.NODE_INSTANCE;

import io.weirworks.messaging.Work;
import io.weirworks.scheduler.controlflow.Signal;
import io.weirworks.scheduler.controlflow.adapter.SignalRow;
import io.weirworks.scheduler.identity.Iteration;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.SignalId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.AwaitedInstances;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.adapter.NodeInstanceRow;
import io.weirworks.scheduler.schedule.adapter.UpstreamInstances;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import io.weirworks.scheduler.workflowinstance.NodeCounts;
import io.weirworks.scheduler.workflowinstance.NodeInstances;
import io.weirworks.scheduler.workflowinstance.Step;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand;
import io.weirworks.scheduler.workflowinstance.WorkflowInstancePlan;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The node instances of one workflow instance, read with one statement for many.
 *
 * @param upstreams looks up what a node waits for outside the workflow instance
 */
record StoredNodes(
    WorkflowGraph graph,
    WorkflowInstanceId workflowInstance,
    Work work,
    UpstreamInstances upstreams)
    implements NodeInstances {

  @Override
  public Optional<NodeInstance> find(NodeInstanceId id) {
    Optional<NodeInstance> node =
        work.find(NODE_INSTANCE, id.value().toString()).map(NodeInstanceRow::instance);
    node.filter(found -> succeedsAtOnce(found.nodeId()))
        .ifPresent(found -> work.load(NODE_INSTANCE, neighbours(found)));
    return node;
  }

  @Override
  public Optional<Signal> signal(NodeInstanceId id) {
    return work.find(SIGNAL, SignalId.of(id).value().toString()).map(SignalRow::signal);
  }

  @Override
  public AwaitedInstances awaited(WorkflowInstancePlan plan, NodeDefinition node) {
    return upstreams.of(plan, node, work);
  }

  @Override
  public void load(Collection<NodeInstanceId> ids) {
    load(ids.stream().map(id -> id.value().toString()).toList());
  }

  @Override
  public Set<NodeInstanceId> running(NodeCounts counts) {
    return new NodesInState(graph, workflowInstance, work).running(counts.running());
  }

  @Override
  public Set<NodeInstanceId> failed(NodeCounts counts) {
    return new NodesInState(graph, workflowInstance, work)
        .failed(counts.failed() + counts.cancelled());
  }

  private boolean succeedsAtOnce(NodeId node) {
    return switch (graph.node(graph.index(node)).work()) {
      case ZERO_LOAD, CONTROL, DRY_RUN -> true;
      case RUN, FROZEN -> false;
    };
  }

  /**
   * Ids of the instances that the end of this one is decided with: those that wait for it, and the
   * loop that it is inside.
   */
  List<String> neighbours(NodeInstance node) {
    List<String> ids =
        new ArrayList<>(
            ids(
                graph.downstream(graph.index(node.nodeId())).stream().mapToInt(Integer::intValue),
                node.iteration()));
    NodeId loop = graph.node(graph.index(node.nodeId())).steering().loop();
    if (loop != null) {
      ids.add(id(loop, null));
    }
    return ids;
  }

  /** Loads what the command will be decided on, {@code most} node instances of each kind. */
  void expect(WorkflowInstanceCommand command, int most) {
    switch (command) {
      case WorkflowInstanceCommand.StopWorkflowInstance _ -> expect(new Step.CancelNodes(0), most);
      case WorkflowInstanceCommand.Continue(List<Step> steps) ->
          steps.forEach(step -> expect(step, most));
      case WorkflowInstanceCommand.ForNodeInstance(NodeInstanceId id, var _) ->
          work.find(NODE_INSTANCE, id.value().toString())
              .ifPresent(row -> load(neighbours(row.instance())));
      case WorkflowInstanceCommand.CreateWorkflowInstance _,
          WorkflowInstanceCommand.RerunNodeInstance _ -> {}
    }
  }

  private void expect(Step step, int most) {
    switch (step) {
      case Step.CreateNodes _, Step.CreateTurn _, Step.EndTurns _ -> {}
      case Step.RecountNode(int node) -> load(ids(IntStream.of(node), null));
      case Step.RerunNodes it -> expectRerun(it, most);
      case Step.RecountDownstream(int node, int next) ->
          load(ids(from(graph.downstream(node), next, most), null));
      case Step.StartNodes(int next) -> load(ids(from(graph.starts(), next, most), null));
      case Step.ReleaseDownstream(int node, int next, int number) ->
          load(ids(from(graph.downstream(node), next, most), turn(node, number)));
      case Step.StartTurn(int loop, int number, int next) -> expectTurn(loop, number, next, most);
      case Step.CancelTurn(int loop, int number, int next) -> expectTurn(loop, number, next, most);
      case Step.CancelNodes(int next) ->
          load(
              ids(
                  IntStream.range(next, Math.min(graph.size(), next + most))
                      .filter(index -> !graph.isInner(index)),
                  null));
    }
  }

  /** Upstream nodes that are set back too have no say in what is open. */
  private void expectRerun(Step.RerunNodes step, int most) {
    List<Integer> nodes = step.nodes();
    load(
        ids(
            from(nodes, step.next(), most)
                .flatMap(
                    index ->
                        IntStream.concat(
                            IntStream.of(index),
                            graph.node(index).upstreams().stream()
                                .mapToInt(graph::index)
                                .filter(upstream -> Collections.binarySearch(nodes, upstream) < 0)))
                .distinct(),
            null));
  }

  private void expectTurn(int loop, int number, int next, int most) {
    List<Integer> inside = graph.inside(loop);
    if (next < inside.size()) {
      load(ids(from(inside, next, most), turn(inside.get(next), number)));
    }
  }

  /** The turn of the present round of the loop that a node is inside; number 0: it is in none. */
  private @Nullable Iteration turn(int node, int number) {
    NodeId loop = graph.node(node).steering().loop();
    if (loop == null || number == 0) {
      return null;
    }
    return work.find(NODE_INSTANCE, id(loop, null))
        .map(row -> new Iteration(row.instance().attempt(), number))
        .orElseThrow(() -> new IllegalStateException("There is no instance of " + loop));
  }

  private static IntStream from(List<Integer> indexes, int next, int most) {
    return indexes.stream().skip(next).limit(most).mapToInt(Integer::intValue);
  }

  private void load(List<String> ids) {
    work.load(NODE_INSTANCE, ids);
  }

  private List<String> ids(IntStream indexes, @Nullable Iteration iteration) {
    return indexes.mapToObj(index -> id(graph.node(index).id(), iteration)).toList();
  }

  private String id(NodeId node, @Nullable Iteration iteration) {
    return NodeInstanceId.of(workflowInstance, node, iteration).value().toString();
  }
}
