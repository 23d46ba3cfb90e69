package io.weirworks.scheduler.parameter;

import org.jspecify.annotations.Nullable;

/**
 * One named parameter of a node or workflow.
 *
 * @param name letters, digits and underscores; a built-in's name is allowed ({@code
 *     bizdate=$bizdate} is the usual way to write it)
 */
public record ParameterAssignment(String name, ParameterExpression expression) {

  /** Reads {@code name=expression}. */
  static Result<ParameterAssignment> parse(String pair) {
    int equals = pair.indexOf('=');
    return equals < 0
        ? new RefusedExpression(
                ParameterErrorCode.INVALID_ASSIGNMENT,
                0,
                "'" + pair + "' has no name.",
                "Write name=expression, for example dt=$bizdate.")
            .in(pair)
        : of(pair.substring(0, equals), pair.substring(equals + 1));
  }

  /** Checks the name and parses the expression. */
  public static Result<ParameterAssignment> of(String name, String expression) {
    if (!Substitution.isName(name)) {
      return new RefusedExpression(
              ParameterErrorCode.INVALID_ASSIGNMENT,
              0,
              "'" + name + "' is not a parameter name.",
              "Names are made of letters, digits and underscores: dt=$bizdate.")
          .in(name + "=" + expression);
    }
    return ParameterExpression.parse(expression)
        .then(parsed -> new Result.Value<>(new ParameterAssignment(name, parsed)));
  }

  ParameterAssignment replacedBy(@Nullable String constant) {
    return constant == null
        ? this
        : new ParameterAssignment(name, ParameterExpression.constant(constant));
  }
}
