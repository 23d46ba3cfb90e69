package io.weirworks.registry.workflow;

import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.flowspec.FlowSpec;
import io.weirworks.registry.flowspec.SpecBody;
import io.weirworks.registry.flowspec.SpecFlowDepend;
import io.weirworks.registry.flowspec.SpecNode;
import io.weirworks.registry.flowspec.SpecScript;
import io.weirworks.registry.flowspec.SpecStrategy;
import io.weirworks.registry.flowspec.SpecTrigger;
import io.weirworks.registry.flowspec.SpecVariable;
import io.weirworks.registry.flowspec.SpecWorkflow;
import io.weirworks.registry.flowspec.VariableScope;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The one workflow of a document, wherever it stands in it: as an element of {@code workflows[]},
 * as the document's own nodes and edges, or as a single node.
 *
 * @param path JSON path of what holds {@code nodes} and edges
 * @param variables workflow-level parameters
 * @param whole what the document says of the workflow as a whole; absent where nothing can name it
 */
record FlowSource(
    WorkflowKind kind,
    String path,
    @Nullable String name,
    @Nullable String description,
    @Nullable String owner,
    @Nullable SpecTrigger trigger,
    @Nullable SpecStrategy strategy,
    List<PlacedVariable> variables,
    List<SpecNode> nodes,
    List<SpecFlowDepend> dependencies,
    String dependenciesPath,
    @Nullable WholeFlow whole) {

  /** The workflow, or nothing and a problem. */
  static @Nullable FlowSource of(FlowSpec document, WorkflowKind kind, Problems problems) {
    SpecBody body = document.body();
    String path = document.bodyPath();
    int workflows = body.workflows().size();
    int nodes = body.nodes().size();
    if (kind.isSingleNode()) {
      return nodes == 1 && workflows == 0
          ? single(document, kind)
          : wrongCount(
              problems,
              path + ".nodes",
              nodes + " nodes",
              "exactly one node in a document of kind " + kind.text());
    }
    if (workflows > 1 || (workflows == 1 && nodes > 0)) {
      return wrongCount(
          problems,
          path + ".workflows",
          workflows + " workflows and " + nodes + " nodes beside them",
          "one workflow, with all nodes inside it");
    }
    return workflows == 1 ? inner(document, kind) : whole(document, kind);
  }

  private static @Nullable FlowSource wrongCount(
      Problems problems, String path, String found, String expected) {
    problems.add(RejectionCode.WRONG_WORKFLOW_COUNT, path, found, expected);
    return null;
  }

  private static FlowSource single(FlowSpec document, WorkflowKind kind) {
    SpecNode node = document.body().nodes().getFirst();
    String name = node.name() == null ? node.id() : node.name();
    return ofBody(document, kind, name, node.description(), node.owner());
  }

  private static FlowSource whole(FlowSpec document, WorkflowKind kind) {
    SpecBody body = document.body();
    String name = body.name() == null ? body.id() : body.name();
    return ofBody(document, kind, name, body.description(), body.owner());
  }

  private static FlowSource ofBody(
      FlowSpec document,
      WorkflowKind kind,
      @Nullable String name,
      @Nullable String description,
      @Nullable String owner) {
    SpecBody body = document.body();
    String path = document.bodyPath();
    return new FlowSource(
        kind,
        path,
        name,
        description,
        owner,
        null,
        null,
        workflowVariables(document, null, path),
        body.nodes(),
        body.dependencies(),
        edgesPath(document, path),
        null);
  }

  private static FlowSource inner(FlowSpec document, WorkflowKind kind) {
    SpecWorkflow workflow = document.body().workflows().getFirst();
    String path = document.bodyPath() + ".workflows[0]";
    // 2.x writes the edges of a workflow inside it; some exports beside it.
    boolean beside = workflow.dependencies().isEmpty();
    return new FlowSource(
        kind,
        path,
        workflow.name() == null ? workflow.id() : workflow.name(),
        workflow.description(),
        workflow.owner(),
        workflow.trigger(),
        workflow.strategy(),
        workflowVariables(document, workflow.script(), path),
        workflow.nodes(),
        beside ? document.body().dependencies() : workflow.dependencies(),
        edgesPath(document, beside ? document.bodyPath() : path),
        WholeFlow.of(document, workflow, path, beside));
  }

  private static String edgesPath(FlowSpec document, String holder) {
    return holder + "." + FlowSpec.edgesKey(document.family());
  }

  /**
   * The workflow script's own parameters, and the document's variables that they do not override.
   */
  private static List<PlacedVariable> workflowVariables(
      FlowSpec document, @Nullable SpecScript script, String path) {
    List<SpecVariable> own = script == null ? List.of() : script.parameters();
    List<PlacedVariable> variables = PlacedVariable.all(own, path + ".script.parameters");
    PlacedVariable.all(document.body().variables(), document.bodyPath() + ".variables").stream()
        .filter(placed -> placed.variable().scope() == VariableScope.WORKFLOW)
        .filter(
            placed -> own.stream().noneMatch(variable -> hasSameName(variable, placed.variable())))
        .forEach(variables::add);
    return variables;
  }

  private static boolean hasSameName(SpecVariable one, SpecVariable other) {
    return Objects.equals(one.name(), other.name());
  }
}
