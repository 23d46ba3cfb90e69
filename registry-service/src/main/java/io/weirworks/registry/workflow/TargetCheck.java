package io.weirworks.registry.workflow;

import io.weirworks.registry.decision.Problem;
import io.weirworks.registry.decision.RejectionCode;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Whether the computing resources that nodes name are there (dataworks-semantics 1.3). Which one a
 * node without a name runs on is decided when it runs: the workspace may have others by then.
 */
public final class TargetCheck {

  private TargetCheck() {}

  /** The computing resources that the nodes name. */
  public static Set<String> named(WorkflowDefinition definition) {
    return definition.nodes().stream()
        .map(node -> node.target().computingResource())
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  /**
   * A problem for each node whose computing resource is not registered. The definition is sorted by
   * dependency, so the path names the node by its id.
   */
  public static List<Problem> problems(
      WorkflowDefinition definition, Predicate<String> isRegistered) {
    return definition.nodes().stream()
        .flatMap(node -> problem(node, isRegistered).stream())
        .toList();
  }

  private static Optional<Problem> problem(NodeDefinition node, Predicate<String> isRegistered) {
    return Optional.ofNullable(node.target().computingResource())
        .filter(isRegistered.negate())
        .map(
            named ->
                new Problem(
                    RejectionCode.NOT_FOUND,
                    "$..nodes[?(@.id=='" + node.id() + "')].datasource.name",
                    named,
                    "the name of a computing resource of the workspace"));
  }
}
