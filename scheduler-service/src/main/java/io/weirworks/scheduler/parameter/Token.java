package io.weirworks.scheduler.parameter;

import java.time.LocalDateTime;
import java.util.Locale;

/**
 * The format tokens of dataworks-semantics 2.3, in the order in which they are tried: longest
 * first.
 */
enum Token {
  YEAR("yyyy"),
  HOUR_24("hh24"),
  HOUR_12_LONG("hh12"),
  YEAR_OF_CENTURY("yy"),
  MONTH("mm"),
  MINUTE("mi"),
  DAY("dd"),
  HOUR_12("hh"),
  SECOND("ss");

  private final String text;

  Token(String text) {
    this.text = text;
  }

  String text() {
    return text;
  }

  /** Whether the token is finer than a day; a business date has no such part. */
  boolean isTimeOfDay() {
    return switch (this) {
      case YEAR, YEAR_OF_CENTURY, MONTH, DAY -> false;
      case HOUR_24, HOUR_12_LONG, HOUR_12, MINUTE, SECOND -> true;
    };
  }

  String format(LocalDateTime time) {
    return switch (this) {
      case YEAR -> String.format(Locale.ROOT, "%04d", time.getYear());
      case YEAR_OF_CENTURY -> twoDigits(time.getYear() % 100);
      case MONTH -> twoDigits(time.getMonthValue());
      case DAY -> twoDigits(time.getDayOfMonth());
      case HOUR_24 -> twoDigits(time.getHour());
      case HOUR_12_LONG, HOUR_12 -> twoDigits(time.getHour() % 12 == 0 ? 12 : time.getHour() % 12);
      case MINUTE -> twoDigits(time.getMinute());
      case SECOND -> twoDigits(time.getSecond());
    };
  }

  private static String twoDigits(int value) {
    return value < 10 ? "0" + value : Integer.toString(value);
  }
}
