package io.weirworks.scheduler.baseline.adapter;

import io.weirworks.messaging.Work;
import io.weirworks.scheduler.baseline.BaselineTask;
import io.weirworks.scheduler.baseline.WatchedNode;
import io.weirworks.scheduler.baseline.WatchedNodes;
import io.weirworks.scheduler.controlflow.Control;
import io.weirworks.scheduler.dependency.NodeKey;
import io.weirworks.scheduler.dependency.NodeSchedules;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import io.weirworks.scheduler.schedule.WorkflowSchedule;
import io.weirworks.scheduler.schedule.adapter.StoredSchedules;
import io.weirworks.scheduler.workflow.NodeDefinition;
import io.weirworks.scheduler.workflow.WorkflowGraph;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import io.weirworks.scheduler.workflow.adapter.DeployedWorkflow;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Nodes by the schedules and versions as they were last committed; read for one decision. */
final class StoredWatchedNodes implements WatchedNodes {

  private final Definitions definitions;
  private final StoredSchedules schedules;
  private final Work work;
  private final Map<NodeKey, Optional<WatchedNode>> found = new HashMap<>();

  StoredWatchedNodes(Definitions definitions, Work work) {
    this.definitions = definitions;
    this.schedules = StoredSchedules.of(definitions, work);
    this.work = work;
  }

  @Override
  public Optional<WatchedNode> find(NodeKey node) {
    Optional<WatchedNode> known = found.get(node);
    if (known != null) {
      return known;
    }
    schedules.of(new WorkflowId(node.workflow())); // one statement for all its nodes
    Optional<WatchedNode> read = schedules.schedule(node).flatMap(each -> read(node, each));
    found.put(node, read);
    return read;
  }

  private DeployedWorkflow deployed(WorkflowSchedule schedule) {
    return definitions.pinned(work, schedule.workflow(), schedule.latestVersion(), schedule.part());
  }

  private Optional<WatchedNode> read(NodeKey key, WorkflowSchedule schedule) {
    DeployedWorkflow workflow = deployed(schedule);
    WorkflowGraph graph = workflow.graph();
    int index = graph.index(new NodeId(key.node()));
    NodeDefinition node = graph.node(index);
    return schedules
        .find(key)
        .map(
            plans ->
                new WatchedNode(
                    key,
                    workflow.names().workflow(),
                    workflow.node(node.id()).getName(),
                    schedule.part(),
                    plans,
                    node.upstreams().stream().distinct().map(id -> key(key, id)).toList(),
                    node.dependencies(),
                    graph.inside(index).stream().map(i -> key(key, graph.node(i).id())).toList(),
                    runs(node)));
  }

  private static NodeKey key(NodeKey beside, NodeId node) {
    return new NodeKey(beside.workflow(), node.value());
  }

  /** What is frozen is taken to be thawed: it blocks its downstream until then. */
  private static boolean runs(NodeDefinition node) {
    return switch (node.work()) {
      case RUN, FROZEN -> true;
      case ZERO_LOAD, DRY_RUN -> false;
      case CONTROL -> node.steering().control() instanceof Control.Repeat;
    };
  }

  @Override
  public List<NodeKey> of(BaselineTask task) {
    NodeId node = task.node();
    return node == null
        ? all(task.workflow()).toList()
        : List.of(new NodeKey(task.workflow().value(), node.value()));
  }

  private Stream<NodeKey> all(WorkflowId workflow) {
    return schedules.of(workflow).stream()
        .filter(WorkflowSchedule::isInForce)
        .flatMap(
            schedule -> {
              WorkflowGraph graph = deployed(schedule).graph();
              return IntStream.range(0, graph.size())
                  .filter(index -> !graph.isInner(index))
                  .mapToObj(index -> new NodeKey(workflow.value(), graph.node(index).id().value()));
            });
  }

  @Override
  public NodeSchedules schedules() {
    return schedules;
  }
}
