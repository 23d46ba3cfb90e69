package io.weirworks.scheduler.controlflow;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.stream.IntStream;

/** A value inside a condition, as Python 3 has it. */
sealed interface Operand {

  /** What Python counts as a number: whole numbers, floats and truth values. */
  sealed interface Numeric extends Operand {}

  record Whole(BigInteger number) implements Numeric {}

  record Real(double number) implements Numeric {}

  record Truth(boolean truth) implements Numeric {}

  record Text(String text) implements Operand {}

  record Items(List<Operand> items) implements Operand {
    public Items {
      items = List.copyOf(items);
    }
  }

  record None() implements Operand {}

  /** What a message calls it. */
  default String kind() {
    return switch (this) {
      case Whole _, Real _ -> "a number";
      case Truth _ -> "a truth value";
      case Text _ -> "a text";
      case Items _ -> "a list";
      case None _ -> "None";
    };
  }

  /** Python's truth of any value: zero and what is empty are false. */
  default boolean isTrue() {
    return switch (this) {
      case Whole(BigInteger number) -> number.signum() != 0;
      case Real(double number) -> number != 0;
      case Truth(boolean truth) -> truth;
      case Text(String text) -> !text.isEmpty();
      case Items(List<Operand> items) -> !items.isEmpty();
      case None _ -> false;
    };
  }

  /** Python's {@code ==}: values of different kinds differ, numbers compare by value. */
  default boolean isEqualTo(Operand other) {
    if (this instanceof Numeric left && other instanceof Numeric right) {
      return isNumber(left) && isNumber(right) && compare(left, right) == 0;
    }
    if (this instanceof Items(var left) && other instanceof Items(var right)) {
      return left.size() == right.size()
          && IntStream.range(0, left.size()).allMatch(i -> left.get(i).isEqualTo(right.get(i)));
    }
    return equals(other);
  }

  /** False for the float that is not a number, which equals nothing. */
  static boolean isNumber(Numeric value) {
    return !(value instanceof Real(double number) && Double.isNaN(number));
  }

  /** Order by value; neither is the float that is not a number. */
  static int compare(Numeric left, Numeric right) {
    double a = real(left);
    double b = real(right);
    return Double.isInfinite(a) || Double.isInfinite(b)
        ? Double.compare(a, b)
        : exact(left).compareTo(exact(right));
  }

  static double real(Numeric value) {
    return switch (value) {
      case Whole(BigInteger number) -> number.doubleValue();
      case Real(double number) -> number;
      case Truth(boolean truth) -> truth ? 1 : 0;
    };
  }

  private static BigDecimal exact(Numeric value) {
    return switch (value) {
      case Whole(BigInteger number) -> new BigDecimal(number);
      case Real(double number) -> new BigDecimal(number);
      case Truth(boolean truth) -> truth ? BigDecimal.ONE : BigDecimal.ZERO;
    };
  }
}
