package io.weirworks.benchmarks.report;

import io.weirworks.benchmarks.report.Summary.Spread;
import java.util.Locale;

/** Numbers as the tables show them, the same in every locale. */
final class Numbers {

  private Numbers() {}

  static String range(String format, Spread spread) {
    String median = text(format, spread.median());
    return spread.least() == spread.most()
        ? median
        : "%s (%s–%s)".formatted(median, text(format, spread.least()), text(format, spread.most()));
  }

  static String text(String format, double value) {
    return String.format(Locale.ROOT, format, value);
  }
}
