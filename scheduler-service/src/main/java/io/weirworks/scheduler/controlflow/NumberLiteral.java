package io.weirworks.scheduler.controlflow;

import java.math.BigInteger;
import java.util.regex.Pattern;

/** A number as Python 3 writes it: whole or with a point, never with a leading zero. */
final class NumberLiteral {
  private static final int MAX_DIGITS = 1_000;
  private static final Pattern WHOLE = Pattern.compile("\\d+");
  private static final Pattern LEADING_ZERO = Pattern.compile("0+[1-9]\\d*");

  private NumberLiteral() {}

  static Operand value(String text) {
    if (text.length() > MAX_DIGITS) {
      throw new RefusedCondition(
          "a number has more than " + MAX_DIGITS + " digits, which is the most");
    }
    if (LEADING_ZERO.matcher(text).matches()) {
      throw new RefusedCondition(
          "'%s' begins with a zero, which is no number in Python; as a text it stands in quotes: '%s'"
              .formatted(text, text));
    }
    return WHOLE.matcher(text).matches()
        ? new Operand.Whole(new BigInteger(text))
        : new Operand.Real(Double.parseDouble(text));
  }
}
