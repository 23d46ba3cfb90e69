package io.weirworks.scheduler.parameter;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The parameters that a node is defined with. Parsing is the check at definition time; {@link
 * #evaluate} gives the values at instance generation (dataworks-semantics 2.7).
 */
public sealed interface ParameterDefinitions {
  /** No parameters. */
  static ParameterDefinitions none() {
    return new Named(List.of());
  }

  /** {@code name=expression} pairs: most node types. */
  record Named(List<ParameterAssignment> assignments) implements ParameterDefinitions {
    public Named {
      assignments = List.copyOf(assignments);
    }
  }

  /** Expressions without names: a common Shell node (DIDE_SHELL). */
  record Positional(List<ParameterExpression> expressions) implements ParameterDefinitions {
    public Positional {
      expressions = List.copyOf(expressions);
    }
  }

  /** Reads pairs typed as text: {@code dt=$bizdate hr=$[hh24-1/24]}. A name may occur once. */
  static Result<ParameterDefinitions> parseNamed(String text) {
    return Result.each(words(text), ParameterAssignment::parse).then(ParameterDefinitions::named);
  }

  /** Takes assignments that were made one by one. A name may occur once. */
  static Result<ParameterDefinitions> named(List<ParameterAssignment> assignments) {
    Set<String> names = new HashSet<>();
    for (ParameterAssignment assignment : assignments) {
      if (!names.add(assignment.name())) {
        return new RefusedExpression(
                ParameterErrorCode.DUPLICATE_NAME,
                0,
                "The parameter '" + assignment.name() + "' is assigned twice.",
                "Leave one of the two out.")
            .in(assignment.name() + "=" + assignment.expression());
      }
    }
    return new Result.Value<>(new Named(assignments));
  }

  /**
   * Reads expressions typed as text, for {@code $1}, {@code $2} …: {@code $bizdate $[hh24-1/24]}.
   */
  static Result<ParameterDefinitions> parsePositional(String text) {
    return Result.each(words(text), ParameterExpression::parse)
        .then(expressions -> new Result.Value<>(new Positional(expressions)));
  }

  /**
   * Adds the workflow's parameters; the node's own wins where both have the name. Positional ones
   * have no names and stay alone.
   */
  default ParameterDefinitions within(Collection<ParameterAssignment> workflowParameters) {
    return switch (this) {
      case Positional own -> own;
      case Named own -> {
        Map<String, ParameterAssignment> byName = new LinkedHashMap<>();
        workflowParameters.forEach(assignment -> byName.put(assignment.name(), assignment));
        own.assignments().forEach(assignment -> byName.put(assignment.name(), assignment));
        yield new Named(List.copyOf(byName.values()));
      }
    };
  }

  /**
   * Puts constants in the place of parameters that have these names; positional ones have no names
   * and stay.
   */
  default ParameterDefinitions replacing(Map<String, String> constants) {
    return switch (this) {
      case Positional own -> own;
      case Named own ->
          new Named(
              own.assignments().stream()
                  .map(assignment -> assignment.replacedBy(constants.get(assignment.name())))
                  .toList());
    };
  }

  /** Computes all values; the first error otherwise. */
  default Result<ParameterValues> evaluate(EvaluationContext context) {
    List<ParameterExpression> expressions =
        switch (this) {
          case Named(List<ParameterAssignment> assignments) ->
              assignments.stream().map(ParameterAssignment::expression).toList();
          case Positional(List<ParameterExpression> positional) -> positional;
        };
    return Result.each(expressions, expression -> expression.evaluate(context))
        .then(values -> new Result.Value<>(withNames(values)));
  }

  private ParameterValues withNames(List<String> values) {
    return switch (this) {
      case Positional _ -> new ParameterValues.Positional(values);
      case Named(List<ParameterAssignment> assignments) -> {
        Map<String, String> byName = new LinkedHashMap<>();
        for (int i = 0; i < values.size(); i++) {
          byName.put(assignments.get(i).name(), values.get(i));
        }
        yield new ParameterValues.Named(byName);
      }
    };
  }

  private static List<String> words(String text) {
    return Pattern.compile("\\s+")
        .splitAsStream(text.strip())
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
