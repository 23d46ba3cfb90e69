package io.weirworks.registry.workflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * The deployed node that has an output.
 *
 * @param workspace name of its workspace
 * @param workflow name of its workflow
 * @param written whether its document names the output; else it has it by itself and gives way
 */
public record OutputOwner(
    UUID workflowId, String workspace, String workflow, String nodeId, boolean written) {

  /** An output and who has it. */
  public record Claim(String output, OutputOwner owner) {}

  /** All that the nodes of a workflow would have if there were no others. */
  public static List<Claim> claims(WorkflowDraft draft) {
    WorkflowDefinition definition = draft.definition();
    Map<String, String> nodes = new LinkedHashMap<>();
    for (NodeDefinition node : definition.nodesOutsideOfLoops()) {
      node.outputs().forEach(output -> nodes.putIfAbsent(output, node.id()));
    }
    return nodes.entrySet().stream()
        .map(
            entry ->
                new Claim(
                    entry.getKey(),
                    new OutputOwner(
                        draft.workflowId(),
                        draft.workspace(),
                        definition.name(),
                        entry.getValue(),
                        definition.writtenOutputs().contains(entry.getKey()))))
        .toList();
  }

  Upstream upstream() {
    return new Upstream(workflowId, nodeId);
  }
}
