package io.weirworks.scheduler.controlflow;

import io.weirworks.scheduler.controlflow.Expression.Operation;
import io.weirworks.scheduler.controlflow.Operand.Numeric;
import java.math.BigInteger;

/** Python's arithmetic: whole numbers of any size, floats, and texts that are put together. */
final class Arithmetic {

  private Arithmetic() {}

  static Operand calculate(Operand left, Operation operation, Operand right) {
    if (left instanceof Operand.Text(String a)
        && right instanceof Operand.Text(String b)
        && operation == Operation.PLUS) {
      return new Operand.Text(a + b);
    }
    if (left instanceof Numeric a && right instanceof Numeric b) {
      return a instanceof Operand.Real || b instanceof Operand.Real
          ? new Operand.Real(real(Operand.real(a), operation, Operand.real(b)))
          : whole(whole(a), operation, whole(b));
    }
    throw new RefusedCondition(
        "%s and %s cannot be put together".formatted(left.kind(), right.kind()));
  }

  private static BigInteger whole(Numeric value) {
    return value instanceof Operand.Whole(BigInteger number)
        ? number
        : BigInteger.valueOf((long) Operand.real(value));
  }

  private static Operand whole(BigInteger left, Operation operation, BigInteger right) {
    return switch (operation) {
      case PLUS -> new Operand.Whole(left.add(right));
      case MINUS -> new Operand.Whole(left.subtract(right));
      case TIMES -> new Operand.Whole(left.multiply(right));
      case DIVIDED ->
          new Operand.Real(left.doubleValue() / divisor(right.signum() != 0, right.doubleValue()));
      case FLOOR_DIVIDED -> {
        BigInteger[] parts = left.divideAndRemainder(divisor(right));
        boolean below = parts[1].signum() * right.signum() < 0;
        yield new Operand.Whole(below ? parts[0].subtract(BigInteger.ONE) : parts[0]);
      }
      case MODULO -> {
        BigInteger rest = left.remainder(divisor(right));
        yield new Operand.Whole(rest.signum() * right.signum() < 0 ? rest.add(right) : rest);
      }
    };
  }

  private static double real(double left, Operation operation, double right) {
    return switch (operation) {
      case PLUS -> left + right;
      case MINUS -> left - right;
      case TIMES -> left * right;
      case DIVIDED -> left / divisor(right != 0, right);
      case FLOOR_DIVIDED -> Math.floor(left / divisor(right != 0, right));
      case MODULO -> left - right * Math.floor(left / divisor(right != 0, right));
    };
  }

  private static BigInteger divisor(BigInteger right) {
    divisor(right.signum() != 0, 1);
    return right;
  }

  private static double divisor(boolean isAllowed, double right) {
    if (!isAllowed) {
      throw new RefusedCondition("a division by zero");
    }
    return right;
  }
}
