package io.weirworks.registry.workflow;

import io.weirworks.registry.flowspec.DependencyType;
import org.jspecify.annotations.Nullable;

/**
 * A dependency on a node of another workflow, or on another cycle (dataworks-semantics 1.7).
 *
 * @param nodeId the node that waits
 * @param output by which the document names the upstream; absent: a node of this workflow, or none
 *     for the node itself and its children
 * @param upstream the node that has the output when the workflow is deployed; absent until then,
 *     and for the node itself and its children
 */
public record CrossDependency(
    String nodeId, DependencyType type, @Nullable String output, @Nullable Upstream upstream) {

  CrossDependency on(Upstream owner) {
    return new CrossDependency(nodeId, type, output, owner);
  }

  /** Whether it is for the output's owner to be found. */
  boolean isOpen() {
    return output != null && upstream == null;
  }
}
