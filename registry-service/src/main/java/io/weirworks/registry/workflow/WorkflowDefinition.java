package io.weirworks.registry.workflow;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A workflow that can be run: complete, checked, without references.
 *
 * @param name unique in the workspace
 * @param zone of the timetable and of business dates
 * @param schedule absent for kinds that run when asked
 * @param parameters visible in every node; a node's own of the same name wins (dataworks-semantics
 *     2.7)
 * @param nodes at least one, each after its upstreams, else in the order of the document
 */
public record WorkflowDefinition(
    String name,
    WorkflowKind kind,
    @Nullable String description,
    @Nullable String owner,
    ZoneId zone,
    @Nullable Schedule schedule,
    List<NamedParameter> parameters,
    List<NodeDefinition> nodes) {

  public WorkflowDefinition {
    parameters = List.copyOf(parameters);
    nodes = List.copyOf(nodes);
  }

  /** The nodes that hang on the workflow's start. */
  public List<NodeDefinition> startNodes() {
    return nodes.stream().filter(node -> node.upstreams().isEmpty()).toList();
  }
}
