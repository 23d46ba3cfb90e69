package io.weirworks.scheduler.parameter;

/**
 * Carries an error out of the recursive parts of parser and evaluator; caught at the room's public
 * functions, seen by nobody outside.
 */
final class RefusedExpression extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ParameterErrorCode code;
  private final int position;
  private final String hint;

  RefusedExpression(ParameterErrorCode code, int position, String message, String hint) {
    super(message, null, false, false);
    this.code = code;
    this.position = position;
    this.hint = hint;
  }

  <T> Result<T> in(String expression) {
    return new Result.Refused<>(
        new ParameterError(code, String.valueOf(getMessage()), expression, position, hint));
  }
}
