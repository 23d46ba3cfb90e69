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
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The one workflow of a document, wherever it stands in it: as an element of {@code workflows[]},
 * as the document's own nodes and edges, or as a single node.
 *
 * @param path JSON path of what holds {@code nodes} and edges
 * @param variables workflow-level parameters
 */
record FlowSource(
    WorkflowKind kind,
    String path,
    @Nullable String name,
    @Nullable String description,
    @Nullable String owner,
    @Nullable SpecTrigger trigger,
    @Nullable SpecStrategy strategy,
    List<SpecVariable> variables,
    List<SpecNode> nodes,
    List<SpecFlowDepend> dependencies,
    String dependenciesPath) {

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
        workflowVariables(body, null),
        body.nodes(),
        body.dependencies(),
        edgesPath(document, path));
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
        workflowVariables(document.body(), workflow.script()),
        workflow.nodes(),
        beside ? document.body().dependencies() : workflow.dependencies(),
        edgesPath(document, beside ? document.bodyPath() : path));
  }

  private static String edgesPath(FlowSpec document, String holder) {
    return holder + "." + FlowSpec.edgesKey(document.family());
  }

  private static List<SpecVariable> workflowVariables(SpecBody body, @Nullable SpecScript script) {
    List<SpecVariable> variables =
        new ArrayList<>(script == null ? List.of() : script.parameters());
    body.variables().stream()
        .filter(variable -> variable.scope() == VariableScope.WORKFLOW)
        .filter(variable -> !variables.contains(variable))
        .forEach(variables::add);
    return variables;
  }
}
