package io.weirworks.scheduler.parameter;

import java.math.BigInteger;
import java.util.List;

/**
 * The terms behind a format, such as {@code -1-3/24}. Terms without {@code /} are whole and count
 * calendar units; terms with {@code /} are exact fractions of a day.
 */
record Offset(List<Term> terms) {

  /**
   * @param text the term as written, for messages
   * @param factors how many numbers were multiplied (1 or 2)
   * @param first the first number, without sign
   * @param value the signed value
   * @param divided whether it was written with {@code /}
   */
  record Term(String text, int factors, BigInteger first, Fraction value, boolean divided) {}

  Offset {
    terms = List.copyOf(terms);
  }

  boolean isEmpty() {
    return terms.isEmpty();
  }

  boolean isWhole() {
    return terms.stream().noneMatch(Term::divided);
  }

  BigInteger whole() {
    return terms.stream()
        .filter(term -> !term.divided())
        .map(term -> term.value().numerator())
        .reduce(BigInteger.ZERO, BigInteger::add);
  }

  Fraction fraction() {
    return terms.stream()
        .filter(Term::divided)
        .map(Term::value)
        .reduce(Fraction.ZERO, Fraction::plus);
  }
}
