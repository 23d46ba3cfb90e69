package io.weirworks.scheduler.controlflow;

import io.weirworks.scheduler.controlflow.Operand.Numeric;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Computes a condition as Python 3 would: what need not be looked at is not, and values that do not
 * compare are refused.
 *
 * @param names truth of words that are no values
 */
record ConditionEvaluator(Map<String, Boolean> names) {

  Operand value(Expression expression) {
    return switch (expression) {
      case Expression.Literal(Operand value) -> value;
      case Expression.Name(String name) -> named(name);
      case Expression.Listed(List<Expression> items) ->
          new Operand.Items(items.stream().map(this::value).toList());
      case Expression.Not(Expression operand) -> new Operand.Truth(!value(operand).isTrue());
      case Expression.Negative(Expression operand) ->
          Arithmetic.calculate(
              new Operand.Whole(BigInteger.ZERO), Expression.Operation.MINUS, value(operand));
      case Expression.And(List<Expression> operands) -> firstThat(false, operands);
      case Expression.Or(List<Expression> operands) -> firstThat(true, operands);
      case Expression.Compared(Expression first, var links) -> compared(first, links);
      case Expression.Calculated(Expression left, var operation, Expression right) ->
          Arithmetic.calculate(value(left), operation, value(right));
    };
  }

  private Operand named(String name) {
    if (!names.containsKey(name)) {
      String known = names.isEmpty() ? "" : ", or a name of " + String.join(", ", names.keySet());
      throw new RefusedCondition(
          "name '%s' is not defined; a text stands in quotes: '%s'%s".formatted(name, name, known));
    }
    return new Operand.Truth(Objects.requireNonNull(names.get(name)));
  }

  private Operand firstThat(boolean truth, List<Expression> operands) {
    for (Expression operand : operands.subList(0, operands.size() - 1)) {
      Operand value = value(operand);
      if (value.isTrue() == truth) {
        return value;
      }
    }
    return value(operands.getLast());
  }

  private Operand compared(Expression first, List<Expression.Link> links) {
    Operand left = value(first);
    for (Expression.Link link : links) {
      Operand right = value(link.right());
      if (!holds(left, link.comparison(), right)) {
        return new Operand.Truth(false);
      }
      left = right;
    }
    return new Operand.Truth(true);
  }

  private static boolean holds(Operand left, Expression.Comparison comparison, Operand right) {
    return switch (comparison) {
      case EQUAL -> left.isEqualTo(right);
      case NOT_EQUAL -> !left.isEqualTo(right);
      case LESS -> ordered(left, "<", right) && order(left, right) < 0;
      case LESS_OR_EQUAL -> ordered(left, "<=", right) && order(left, right) <= 0;
      case GREATER -> ordered(left, ">", right) && order(left, right) > 0;
      case GREATER_OR_EQUAL -> ordered(left, ">=", right) && order(left, right) >= 0;
      case IN -> isIn(left, right);
      case NOT_IN -> !isIn(left, right);
    };
  }

  /** Whether there is an order; false for the float that is not a number. */
  private static boolean ordered(Operand left, String sign, Operand right) {
    if (left instanceof Numeric a && right instanceof Numeric b) {
      return Operand.isNumber(a) && Operand.isNumber(b);
    }
    if (left instanceof Operand.Text && right instanceof Operand.Text) {
      return true;
    }
    throw new RefusedCondition(
        "'%s' does not compare %s with %s".formatted(sign, left.kind(), right.kind()));
  }

  private static int order(Operand left, Operand right) {
    return left instanceof Operand.Text(String a) && right instanceof Operand.Text(String b)
        ? a.compareTo(b)
        : Operand.compare((Numeric) left, (Numeric) right);
  }

  private static boolean isIn(Operand left, Operand right) {
    if (left instanceof Operand.Text(String part) && right instanceof Operand.Text(String whole)) {
      return whole.contains(part);
    }
    if (right instanceof Operand.Items(List<Operand> items)) {
      return items.stream().anyMatch(left::isEqualTo);
    }
    throw new RefusedCondition(
        "'in' does not look for %s in %s".formatted(left.kind(), right.kind()));
  }
}
