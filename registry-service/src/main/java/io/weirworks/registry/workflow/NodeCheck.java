package io.weirworks.registry.workflow;

import static io.weirworks.registry.decision.RejectionCode.FEATURE_NOT_SUPPORTED_YET;
import static io.weirworks.registry.decision.RejectionCode.INVALID_NAME;
import static io.weirworks.registry.decision.RejectionCode.MISSING_VALUE;
import static io.weirworks.registry.decision.RejectionCode.OUT_OF_RANGE;

import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.flowspec.SpecInnerFlow;
import io.weirworks.registry.flowspec.SpecNode;
import io.weirworks.registry.flowspec.SpecRuntimeResource;
import io.weirworks.registry.flowspec.SpecStrategy;
import io.weirworks.registry.flowspec.SpecVariable;
import io.weirworks.registry.flowspec.VariableType;
import io.weirworks.registry.schedule.FlowTimetables;
import java.math.BigDecimal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One node by itself: all but its place among the others. */
final class NodeCheck {
  private static final String OUTPUTS = "outputs";
  private static final int MILLI_DIGITS = 3;
  private static final BigDecimal MOST_COMPUTE_UNITS = BigDecimal.valueOf(10_000);

  private final Problems problems;
  private final ScriptCheck scripts;

  NodeCheck(Problems problems, ExpressionCheck expressions) {
    this.problems = problems;
    this.scripts = new ScriptCheck(problems, expressions);
  }

  /**
   * The node without upstreams, or nothing and a problem where even its type or name is unknown.
   */
  @Nullable NodeDefinition node(
      SpecNode node, @Nullable SpecStrategy ofWorkflow, List<String> outputs, String path) {
    String id = node.id() == null ? node.name() : node.id();
    String name = node.name() == null ? node.id() : node.name();
    checkName(id, path + ".id");
    checkName(name, path + ".name");
    refuseUnsupported(node, path);
    NodeScript script = scripts.script(node, path);
    NodeType type = script == null ? null : script.type();
    RunPolicy policy = new PolicyCheck(problems).policy(node.strategy(), ofWorkflow, type, path);
    RunTarget target = target(node, path);
    if (script == null || id == null || name == null) {
      return null;
    }
    return new NodeDefinition(
        id,
        name,
        node.description(),
        node.owner(),
        script,
        List.of(),
        outputs,
        handedOn(node, script.type(), path),
        FlowTimetables.recurrence(node),
        policy,
        target,
        Steering.NONE,
        null);
  }

  private void checkName(@Nullable String name, String path) {
    if (name == null || name.isBlank()) {
      problems.add(MISSING_VALUE, path, "", Names.RULE);
    } else if (!Names.isName(name)) {
      problems.add(INVALID_NAME, path, name, Names.RULE);
    }
  }

  /** What would change what runs is refused rather than left out in silence. */
  private void refuseUnsupported(SpecNode node, String path) {
    if (node.controllers().combined() != null) {
      problems.add(
          FEATURE_NOT_SUPPORTED_YET, path + ".combined", "combined", "a node without combined");
    }
    for (String key : List.of("subflow", "component", "dqcRule")) {
      if (node.others().values().containsKey(key)) {
        problems.add(FEATURE_NOT_SUPPORTED_YET, path + "." + key, key, "a node without " + key);
      }
    }
  }

  /** Names of the values that it hands on; what a parameter node offers it hands on. */
  private List<String> handedOn(SpecNode node, NodeType type, String path) {
    Set<String> names = new LinkedHashSet<>();
    if (type == NodeType.CONTROLLER_ASSIGNMENT) {
      names.add(OUTPUTS);
    }
    SpecInnerFlow hub = node.controllers().paramHub();
    if (hub != null) {
      hub.variables().stream().map(SpecVariable::name).filter(Objects::nonNull).forEach(names::add);
    }
    List<SpecVariable> declared = node.outputs().variables();
    for (int i = 0; i < declared.size(); i++) {
      SpecVariable variable = declared.get(i);
      VariableType written = variable.type();
      boolean ofRun = written == null || written == VariableType.NODE_OUTPUT;
      if (type != NodeType.PARAM_HUB && written != null && !ofRun) {
        problems.add(
            FEATURE_NOT_SUPPORTED_YET,
            path + ".outputs.variables[" + i + "].type",
            written.text(),
            "type NodeOutput; a PARAM_HUB node hands on constants and expressions");
      } else if (variable.name() != null) {
        names.add(variable.name());
      }
    }
    return List.copyOf(names);
  }

  private RunTarget target(SpecNode node, String path) {
    SpecRuntimeResource resource = node.runtimeResource();
    return new RunTarget(
        node.datasource() == null ? null : node.datasource().name(),
        resource == null ? null : resource.resourceGroup(),
        resource == null ? null : computeUnitsMilli(resource.cu(), path + ".runtimeResource.cu"));
  }

  private @Nullable Integer computeUnitsMilli(@Nullable String cu, String path) {
    if (cu == null) {
      return null;
    }
    if (cu.matches("\\d{1,9}(\\.\\d{1,9})?")) {
      BigDecimal units = new BigDecimal(cu).stripTrailingZeros();
      if (units.signum() > 0
          && units.scale() <= MILLI_DIGITS
          && units.compareTo(MOST_COMPUTE_UNITS) <= 0) {
        return units.movePointRight(MILLI_DIGITS).intValueExact();
      }
    }
    problems.add(
        OUT_OF_RANGE,
        path,
        cu,
        "compute units above 0 and at most " + MOST_COMPUTE_UNITS + ", such as 0.25");
    return null;
  }
}
