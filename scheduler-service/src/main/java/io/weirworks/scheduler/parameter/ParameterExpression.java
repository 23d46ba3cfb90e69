package io.weirworks.scheduler.parameter;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A scheduling parameter's expression, parsed once and evaluated as often as wanted
 * (dataworks-semantics 2.2–2.7). Text around and between forms is copied, a {@code $} that begins
 * no form included.
 *
 * <p>{@code $name} reads letters only, so that {@code $bizdate_01} is the business date and {@code
 * _01}.
 */
public final class ParameterExpression {
  private final String text;
  private final List<Part> parts;

  private ParameterExpression(String text, List<Part> parts) {
    this.text = text;
    this.parts = List.copyOf(parts);
  }

  /**
   * Parses, or says what is wrong and where; an expression that parses can fail later only by a
   * date out of range or a missing id.
   */
  public static Result<ParameterExpression> parse(String text) {
    try {
      return new Result.Value<>(new ParameterExpression(text, new ExpressionParser(text).parse()));
    } catch (RefusedExpression refused) {
      return refused.in(text);
    }
  }

  /**
   * A constant (FlowSpec type Constant): its text is taken as it is, blanks and {@code $} included.
   */
  public static ParameterExpression constant(String text) {
    return new ParameterExpression(text, List.of(new Part.Text(text, 0)));
  }

  /** Computes the value; the same context always gives the same one. */
  public Result<String> evaluate(EvaluationContext context) {
    Evaluator evaluator = new Evaluator(context);
    try {
      return new Result.Value<>(parts.stream().map(evaluator::value).collect(Collectors.joining()));
    } catch (RefusedExpression refused) {
      return refused.in(text);
    }
  }

  /** The expression as it was written. */
  public String text() {
    return text;
  }

  @Override
  public String toString() {
    return text;
  }
}
