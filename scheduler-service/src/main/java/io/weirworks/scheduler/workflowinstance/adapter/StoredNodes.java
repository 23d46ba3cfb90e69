package io.weirworks.scheduler.workflowinstance.adapter;

import static io.weirworks.scheduler.instance.adapter.NodeInstanceKind.NODE_INSTANCE;

import io.weirworks.messaging.Work;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.adapter.NodeInstanceRow;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import io.weirworks.scheduler.workflowinstance.NodeInstances;
import io.weirworks.scheduler.workflowinstance.Step;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceCommand;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The node instances of one workflow instance, read with one statement for many. */
record StoredNodes(WorkflowGraph graph, WorkflowInstanceId workflowInstance, Work work)
    implements NodeInstances {

  @Override
  public Optional<NodeInstance> find(NodeInstanceId id) {
    Optional<NodeInstance> node =
        work.find(NODE_INSTANCE, id.value().toString()).map(NodeInstanceRow::instance);
    node.map(NodeInstance::nodeId)
        .filter(this::succeedsAtOnce)
        .ifPresent(found -> work.load(NODE_INSTANCE, downstream(found)));
    return node;
  }

  private boolean succeedsAtOnce(NodeId node) {
    return switch (graph.node(graph.index(node)).work()) {
      case ZERO_LOAD, DRY_RUN -> true;
      case RUN, FROZEN -> false;
    };
  }

  /** Ids of the instances that wait for the one of this node. */
  List<String> downstream(NodeId node) {
    return ids(graph.downstream(graph.index(node)).stream().mapToInt(Integer::intValue));
  }

  /** Loads what the command will be decided on, {@code most} node instances of each kind. */
  void expect(WorkflowInstanceCommand command, int most) {
    switch (command) {
      case WorkflowInstanceCommand.StopWorkflowInstance _ -> expect(new Step.CancelNodes(0), most);
      case WorkflowInstanceCommand.Continue(List<Step> steps) ->
          steps.forEach(step -> expect(step, most));
      case WorkflowInstanceCommand.ForNodeInstance(NodeInstanceId id, var _) ->
          work.find(NODE_INSTANCE, id.value().toString())
              .ifPresent(row -> load(downstream(row.instance().nodeId())));
      case WorkflowInstanceCommand.CreateWorkflowInstance _ -> {}
    }
  }

  private void expect(Step step, int most) {
    switch (step) {
      case Step.CreateNodes _ -> {}
      case Step.StartNodes(int next) -> load(ids(from(graph.starts(), next, most)));
      case Step.ReleaseDownstream(int node, int next) ->
          load(ids(from(graph.downstream(node), next, most)));
      case Step.CancelNodes(int next) ->
          load(ids(IntStream.range(next, Math.min(graph.size(), next + most))));
    }
  }

  private static IntStream from(List<Integer> indexes, int next, int most) {
    return indexes.stream().skip(next).limit(most).mapToInt(Integer::intValue);
  }

  private void load(List<String> ids) {
    work.load(NODE_INSTANCE, ids);
  }

  private List<String> ids(IntStream indexes) {
    return indexes
        .mapToObj(index -> NodeInstanceId.of(workflowInstance, graph.node(index).id()))
        .map(id -> id.value().toString())
        .toList();
  }
}
