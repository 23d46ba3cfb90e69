package io.weirworks.registry.workflow;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * A node of another workflow that waits for a node of this one.
 *
 * @param workspace name of its workspace
 * @param workflow name of its workflow
 * @param output by which it names the upstream
 * @param upstreamNodeId the node that it waits for
 */
public record Downstream(
    String workspace, String workflow, String nodeId, String output, String upstreamNodeId) {
  private static final int MOST_NAMED = 5;

  /** The nodes of a workflow that wait for nodes of {@code upstreamWorkflow}. */
  public static List<Downstream> of(WorkflowDraft workflow, UUID upstreamWorkflow) {
    List<Downstream> downstreams = new ArrayList<>();
    for (CrossDependency dependency : workflow.definition().dependencies()) {
      Upstream upstream = dependency.upstream();
      String output = dependency.output();
      if (upstream != null && output != null && upstreamWorkflow.equals(upstream.workflowId())) {
        downstreams.add(
            new Downstream(
                workflow.workspace(),
                workflow.definition().name(),
                dependency.nodeId(),
                output,
                upstream.nodeId()));
      }
    }
    return downstreams;
  }

  /** The first of them as people read it. */
  static String named(List<Downstream> downstreams) {
    String first =
        downstreams.stream()
            .limit(MOST_NAMED)
            .map(each -> "node '%s' of %s/%s".formatted(each.nodeId, each.workspace, each.workflow))
            .collect(Collectors.joining(", "));
    int others = downstreams.size() - MOST_NAMED;
    return others > 0 ? first + " and " + others + " more" : first;
  }
}
