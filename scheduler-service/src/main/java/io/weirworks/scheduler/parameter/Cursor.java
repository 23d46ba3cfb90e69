package io.weirworks.scheduler.parameter;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads numbers and offset terms from a piece of an expression and knows where it is in the whole,
 * for errors.
 */
final class Cursor {
  /** A longer number cannot lead to a year that exists, and would only cost time. */
  private static final int MAX_DIGITS = 18;

  private final String text;
  private final int base;
  private int at;

  /**
   * @param base where {@code text} begins in the whole expression
   */
  Cursor(String text, int base) {
    this.text = text;
    this.base = base;
  }

  /**
   * Where the first term begins: a sign directly before a digit. The length of the text when there
   * is none.
   */
  static int offsetStart(String text) {
    for (int i = 0; i + 1 < text.length(); i++) {
      if (isSign(text.charAt(i)) && isDigit(text.charAt(i + 1))) {
        return i;
      }
    }
    return text.length();
  }

  /** Reads {@code term*} up to the end of the text. */
  Offset terms() {
    List<Offset.Term> terms = new ArrayList<>();
    while (!atEnd()) {
      terms.add(term());
    }
    return new Offset(terms);
  }

  /** Reads {@code sign? int ('*' int)?} up to the end of the text: the count of months. */
  BigInteger months() {
    boolean negative = !atEnd() && text.charAt(at) == '-';
    if (!atEnd() && isSign(text.charAt(at))) {
      at++;
    }
    BigInteger value = number();
    if (take('*')) {
      value = value.multiply(number());
    }
    if (!atEnd()) {
      throw invalid();
    }
    return negative ? value.negate() : value;
  }

  private Offset.Term term() {
    int start = at;
    if (!isSign(text.charAt(at))) {
      throw invalid();
    }
    boolean negative = text.charAt(at++) == '-';
    BigInteger first = number();
    BigInteger numerator = first;
    int factors = 1;
    if (take('*')) {
      numerator = numerator.multiply(number());
      factors = 2;
    }
    BigInteger denominator = BigInteger.ONE;
    boolean divided = false;
    while (take('/')) {
      denominator = denominator.multiply(divisor());
      divided = true;
    }
    Fraction value = new Fraction(negative ? numerator.negate() : numerator, denominator);
    return new Offset.Term(text.substring(start, at), factors, first, value, divided);
  }

  private BigInteger divisor() {
    int start = at;
    BigInteger divisor = number();
    if (divisor.signum() == 0) {
      throw new RefusedExpression(
          ParameterErrorCode.DIVISION_BY_ZERO,
          base + start,
          "'" + text + "' divides by zero.",
          "Divide by 24 for hours, by 24/60 for minutes.");
    }
    return divisor;
  }

  private BigInteger number() {
    int start = at;
    while (!atEnd() && isDigit(text.charAt(at))) {
      at++;
    }
    if (start == at) {
      throw invalid();
    }
    if (at - start > MAX_DIGITS) {
      throw new RefusedExpression(
          ParameterErrorCode.NUMBER_TOO_LARGE,
          base + start,
          "The number at this place has " + (at - start) + " digits.",
          "A number has at most " + MAX_DIGITS + " digits.");
    }
    return new BigInteger(text.substring(start, at));
  }

  private RefusedExpression invalid() {
    return new RefusedExpression(
        ParameterErrorCode.INVALID_OFFSET,
        base + at,
        "The offset '" + text + "' cannot be read from '" + text.substring(at) + "' on.",
        "An offset stands last and is made of terms such as -1, +7*2, -3/24, -15/24/60.");
  }

  private boolean take(char wanted) {
    boolean taken = !atEnd() && text.charAt(at) == wanted;
    if (taken) {
      at++;
    }
    return taken;
  }

  private boolean atEnd() {
    return at == text.length();
  }

  private static boolean isSign(char c) {
    return c == '+' || c == '-';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
