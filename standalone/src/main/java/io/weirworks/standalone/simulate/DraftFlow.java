package io.weirworks.standalone.simulate;

import io.weirworks.registry.flowspec.FlowSpec;
import io.weirworks.registry.flowspec.SpecArtifacts;
import io.weirworks.registry.flowspec.SpecBody;
import io.weirworks.registry.flowspec.SpecFlowDepend;
import io.weirworks.registry.flowspec.SpecNode;
import io.weirworks.registry.flowspec.SpecScript;
import io.weirworks.registry.flowspec.SpecStrategy;
import io.weirworks.registry.flowspec.SpecTrigger;
import io.weirworks.registry.flowspec.SpecVariable;
import io.weirworks.registry.flowspec.SpecWorkflow;
import io.weirworks.registry.flowspec.VariableScope;
import io.weirworks.registry.workflow.WorkflowKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A workflow of a document, wherever it stands in it: an element of {@code workflows[]}, the
 * document's own nodes, or one node by itself.
 *
 * @param id by which edges name the workflow as a whole; null: they cannot
 * @param path JSON path of what holds its nodes
 * @param trigger that rules all its nodes; null: each has its own
 * @param variables parameters that every node sees
 * @param edges that stand inside it
 */
record DraftFlow(
    @Nullable String id,
    String name,
    String path,
    @Nullable SpecTrigger trigger,
    @Nullable SpecStrategy strategy,
    List<SpecVariable> variables,
    SpecArtifacts inputs,
    SpecArtifacts outputs,
    List<Placed> nodes,
    List<SpecFlowDepend> edges,
    String edgesPath) {

  /** A node and its JSON path. */
  record Placed(SpecNode node, String path) {
    /** Its id; edges name it so. */
    String id() {
      return named(node.id(), node.name(), "");
    }

    /** Its name; people name it so. */
    String name() {
      return named(node.name(), node.id(), "");
    }
  }

  /**
   * The workflows of a document.
   *
   * @param fallbackName of the document's own nodes where it names none
   */
  static List<DraftFlow> of(FlowSpec document, String fallbackName) {
    SpecBody body = document.body();
    List<DraftFlow> flows = new ArrayList<>();
    for (int i = 0; i < body.workflows().size(); i++) {
      String path = document.bodyPath() + ".workflows[" + i + "]";
      flows.add(inner(document, body.workflows().get(i), path, fallbackName));
    }
    if (!body.nodes().isEmpty()) {
      boolean single = WorkflowKind.NODE.text().equals(document.kind());
      flows.addAll(single ? singles(document) : List.of(whole(document, fallbackName)));
    }
    return flows;
  }

  private static DraftFlow inner(
      FlowSpec document, SpecWorkflow workflow, String path, String fallbackName) {
    SpecScript script = workflow.script();
    List<SpecVariable> variables =
        new ArrayList<>(script == null ? List.of() : script.parameters());
    variables.addAll(documentVariables(document));
    return new DraftFlow(
        workflow.id(),
        named(workflow.name(), workflow.id(), fallbackName),
        path,
        workflow.trigger(),
        workflow.strategy(),
        variables,
        workflow.inputs(),
        workflow.outputs(),
        placed(workflow.nodes(), path),
        workflow.dependencies(),
        path + "." + FlowSpec.edgesKey(document.family()));
  }

  private static DraftFlow whole(FlowSpec document, String fallbackName) {
    SpecBody body = document.body();
    return ofNodes(
        document,
        named(body.name(), body.id(), fallbackName),
        placed(body.nodes(), document.bodyPath()));
  }

  private static List<DraftFlow> singles(FlowSpec document) {
    List<DraftFlow> flows = new ArrayList<>();
    for (Placed node : placed(document.body().nodes(), document.bodyPath())) {
      flows.add(ofNodes(document, node.name(), List.of(node)));
    }
    return flows;
  }

  private static List<Placed> placed(List<SpecNode> nodes, String path) {
    return IntStream.range(0, nodes.size())
        .mapToObj(i -> new Placed(nodes.get(i), path + ".nodes[" + i + "]"))
        .toList();
  }

  private static DraftFlow ofNodes(FlowSpec document, String name, List<Placed> nodes) {
    return new DraftFlow(
        null,
        name,
        document.bodyPath(),
        null,
        null,
        documentVariables(document),
        SpecArtifacts.NONE,
        SpecArtifacts.NONE,
        nodes,
        List.of(),
        document.bodyPath());
  }

  private static List<SpecVariable> documentVariables(FlowSpec document) {
    return document.body().variables().stream()
        .filter(variable -> variable.scope() == VariableScope.WORKFLOW)
        .toList();
  }

  private static String named(@Nullable String name, @Nullable String id, String fallback) {
    if (name != null) {
      return name;
    }
    return id == null ? fallback : id;
  }
}
