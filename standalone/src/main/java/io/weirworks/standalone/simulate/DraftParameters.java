package io.weirworks.standalone.simulate;

import io.weirworks.registry.decision.Problems;
import io.weirworks.registry.decision.RejectionCode;
import io.weirworks.registry.flowspec.SpecRuntime;
import io.weirworks.registry.flowspec.SpecScript;
import io.weirworks.registry.flowspec.SpecVariable;
import io.weirworks.registry.flowspec.VariableScope;
import io.weirworks.registry.flowspec.VariableType;
import io.weirworks.registry.workflow.NodeType;
import io.weirworks.scheduler.parameter.ParameterAssignment;
import io.weirworks.scheduler.parameter.ParameterDefinitions;
import io.weirworks.scheduler.parameter.ParameterError;
import io.weirworks.scheduler.parameter.ParameterExpression;
import io.weirworks.scheduler.parameter.Result;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a document's nodes (dataworks-semantics 1.6, 2.7). What another node puts out
 * while it runs has no value beforehand and is left out.
 */
final class DraftParameters {
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Set<VariableScope> OWN_SCOPES =
      Set.of(VariableScope.NODE_PARAMETER, VariableScope.WORKFLOW);
  private static final Set<VariableType> RUN_TIME =
      Set.of(VariableType.NODE_OUTPUT, VariableType.PASS_THROUGH);

  private final Problems problems;

  DraftParameters(Problems problems) {
    this.problems = problems;
  }

  /** A node's own, and those of its workflow where it has none of the name. */
  ParameterDefinitions parameters(DraftFlow flow, DraftFlow.Placed placed) {
    SpecScript script = placed.node().script();
    List<SpecVariable> own = script == null ? List.of() : script.parameters();
    String path = placed.path() + ".script.parameters";
    if (isPositional(script)) {
      return positional(own, path);
    }
    return new ParameterDefinitions.Named(named(own, path))
        .within(named(flow.variables(), flow.path()));
  }

  private static boolean isPositional(@Nullable SpecScript script) {
    SpecRuntime runtime = script == null ? null : script.runtime();
    return runtime != null && NodeType.DIDE_SHELL.name().equals(runtime.command());
  }

  private static boolean isKnownBeforehand(SpecVariable variable) {
    return (variable.scope() == null || OWN_SCOPES.contains(variable.scope()))
        && (variable.type() == null || !RUN_TIME.contains(variable.type()));
  }

  /** The first of a name counts. */
  private List<ParameterAssignment> named(List<SpecVariable> variables, String path) {
    Map<String, ParameterAssignment> assignments = new LinkedHashMap<>();
    for (SpecVariable variable : variables) {
      for (ParameterAssignment assignment : assignments(variable, path)) {
        assignments.putIfAbsent(assignment.name(), assignment);
      }
    }
    return List.copyOf(assignments.values());
  }

  private List<ParameterAssignment> assignments(SpecVariable variable, String path) {
    String value = variable.value();
    if (!isKnownBeforehand(variable) || value == null) {
      return List.of();
    }
    if (variable.type() == VariableType.NO_KV_VARIABLE_EXPRESSION) {
      return usable(
          ParameterDefinitions.parseNamed(value),
          path,
          definitions ->
              definitions instanceof ParameterDefinitions.Named(var pairs) ? pairs : List.of(),
          List.of());
    }
    String name = variable.name() == null ? "" : variable.name();
    if (variable.type() == VariableType.CONSTANT) {
      return List.of(new ParameterAssignment(name, ParameterExpression.constant(value)));
    }
    return usable(ParameterAssignment.of(name, value), path, List::of, List.of());
  }

  private ParameterDefinitions positional(List<SpecVariable> variables, String path) {
    List<ParameterExpression> expressions = new ArrayList<>();
    for (SpecVariable variable : variables) {
      String value = variable.value();
      if (isKnownBeforehand(variable) && value != null) {
        List<String> words = BLANKS.splitAsStream(value).filter(word -> !word.isEmpty()).toList();
        expressions.addAll(
            usable(
                Result.each(words, ParameterExpression::parse),
                path,
                Function.identity(),
                List.of()));
      }
    }
    return new ParameterDefinitions.Positional(expressions);
  }

  private <T, R> R usable(Result<T> result, String path, Function<T, R> use, R otherwise) {
    return switch (result) {
      case Result.Value<T>(T value) -> use.apply(value);
      case Result.Refused<T>(ParameterError error) -> {
        problems.add(
            RejectionCode.INVALID_EXPRESSION,
            path,
            error.expression(),
            "%s (%s: %s)".formatted(error.hint(), error.code().code(), error.message()));
        yield otherwise;
      }
    };
  }
}
