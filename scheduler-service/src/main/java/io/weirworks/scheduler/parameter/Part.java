package io.weirworks.scheduler.parameter;

import java.math.BigInteger;

/**
 * One part of a parsed expression; their values are concatenated. {@code position} is where it
 * began, for errors.
 */
sealed interface Part {
  int position();

  /** Text that stands for itself. */
  record Text(String text, int position) implements Part {}

  /** <code>${format±N}</code>: the business date, {@code offset} units away. */
  record BusinessDate(Format format, Unit unit, BigInteger offset, int position) implements Part {}

  /**
   * {@code $[format±N/24]} or {@code $[add_months(format,±N)±N/24]}: the scheduled time, moved by
   * months, then days, then the fraction.
   */
  record ScheduledTime(
      Format format, BigInteger months, BigInteger days, Fraction fraction, int position)
      implements Part {}

  /** {@code $bizdate} and the like. */
  record Name(BuiltIn builtIn, int position) implements Part {}

  /** What the number of a business-date offset counts: the smallest unit in its format. */
  enum Unit {
    YEAR,
    MONTH,
    DAY
  }
}
