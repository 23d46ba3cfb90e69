package io.weirworks.registry.workflow;

import io.weirworks.registry.flowspec.FlowSpec;
import io.weirworks.registry.flowspec.SpecFlowDepend;
import io.weirworks.registry.flowspec.SpecNodeOutput;
import io.weirworks.registry.flowspec.SpecWorkflow;
import java.util.List;
import java.util.Objects;

/**
 * A workflow of {@code workflows[]} as a whole: what it waits for its first nodes wait for, and its
 * output is its last node's. Where several nodes are last it has none: whoever waits for it is
 * refused.
 *
 * @param id by which edges name it
 * @param edges those that stand beside the workflow, where others stand inside it
 * @param inputs the outputs that it consumes
 * @param outputs those that it exports
 * @param path JSON path of the workflow
 */
record WholeFlow(
    String id,
    List<SpecFlowDepend> edges,
    String edgesPath,
    List<SpecNodeOutput> inputs,
    List<String> outputs,
    String path) {

  static WholeFlow of(
      FlowSpec document, SpecWorkflow workflow, String path, boolean edgesAreBeside) {
    return new WholeFlow(
        Objects.requireNonNullElse(workflow.id(), ""),
        edgesAreBeside ? List.of() : document.body().dependencies(),
        document.bodyPath() + "." + FlowSpec.edgesKey(document.family()),
        workflow.inputs().nodeOutputs(),
        workflow.outputs().nodeOutputs().stream()
            .map(SpecNodeOutput::data)
            .filter(Objects::nonNull)
            .filter(output -> !output.isBlank())
            .toList(),
        path);
  }

  /** Completes the edges between nodes, which are all known. */
  void addTo(
      DependencyCheck dependencies,
      NodeOutputs nodeOutputs,
      List<SpecFlowDepend> inside,
      String insidePath) {
    List<String> first = dependencies.firstNodes();
    dependencies.addWhole(first, inside, insidePath);
    dependencies.addWhole(first, edges, edgesPath);
    for (String node : first) {
      dependencies.addConsumed(node, inputs, path + ".inputs.nodeOutputs");
    }
    List<String> last = dependencies.lastNodes();
    if (last.size() == 1) {
      outputs.forEach(output -> nodeOutputs.export(output, last.getFirst()));
    }
  }
}
