package io.weirworks.registry.workflow;

import io.weirworks.registry.schedule.Schedule;
import java.time.ZoneId;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A workflow that can be run: complete, checked, without references.
 *
 * @param name unique in the workspace
 * @param zone of the timetable and of business dates
 * @param schedule absent for kinds that run when asked, and where each node has its own
 * @param parameters visible in every node; a node's own of the same name wins (dataworks-semantics
 *     2.7)
 * @param nodes at least one, each after its upstreams, else in the order of the document
 * @param dependencies of its nodes on nodes elsewhere and on other cycles, without repeats
 * @param writtenOutputs those of its outputs that the document names; the others give way where
 *     another workflow has the name
 */
public record WorkflowDefinition(
    String name,
    WorkflowKind kind,
    @Nullable String description,
    @Nullable String owner,
    ZoneId zone,
    @Nullable Schedule schedule,
    List<NamedParameter> parameters,
    List<NodeDefinition> nodes,
    List<CrossDependency> dependencies,
    SortedSet<String> writtenOutputs) {

  public WorkflowDefinition {
    parameters = List.copyOf(parameters);
    nodes = List.copyOf(nodes);
    // Rows of before workflows depended on one another have none.
    dependencies = List.copyOf(Objects.requireNonNullElse(dependencies, List.of()));
    writtenOutputs =
        Collections.unmodifiableSortedSet(
            new TreeSet<>(
                Objects.requireNonNullElse(writtenOutputs, Collections.emptySortedSet())));
  }

  WorkflowDefinition waitingFor(List<CrossDependency> others) {
    return new WorkflowDefinition(
        name, kind, description, owner, zone, schedule, parameters, nodes, others, writtenOutputs);
  }

  /** The nodes that others can wait for: how often those inside loops run is known only then. */
  public List<NodeDefinition> nodesOutsideOfLoops() {
    return nodes.stream().filter(node -> node.steering().loopNodeId() == null).toList();
  }

  /** The nodes that hang on the workflow's start. */
  public List<NodeDefinition> startNodes() {
    return nodes.stream().filter(node -> node.upstreams().isEmpty()).toList();
  }
}
