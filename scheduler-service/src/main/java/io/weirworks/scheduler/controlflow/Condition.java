package io.weirworks.scheduler.controlflow;

import java.util.Map;

/**
 * The condition of a branch's arm after its parameters were put in, or a join's logic over the
 * names of its arms: a comparison or Boolean expression of Python 3 (dataworks-semantics 4.4, 4.5).
 * Values are numbers, quoted texts, True, False, None and lists; operators are {@code == != < <= >
 * >= in, not in, and, or, not, + - * / // %} and brackets. Nothing can be called.
 */
public final class Condition {
  private static final int SHOWN = 200;

  private Condition() {}

  /** Whether the expression holds; one that cannot be evaluated is a fault with its reason. */
  public static Verdict<Boolean> holds(String expression, Map<String, Boolean> names) {
    try {
      Expression parsed = ConditionParser.parse(expression);
      return new Verdict.Value<>(new ConditionEvaluator(names).value(parsed).isTrue());
    } catch (RefusedCondition refused) {
      return fault(expression, refused);
    }
  }

  private static Verdict<Boolean> fault(String expression, RefusedCondition refused) {
    String shown = expression.length() > SHOWN ? expression.substring(0, SHOWN) + "…" : expression;
    return Verdict.fault(
        FaultCode.INVALID_CONDITION,
        "The condition %s cannot be evaluated: %s.".formatted(shown, refused.reason()));
  }
}
