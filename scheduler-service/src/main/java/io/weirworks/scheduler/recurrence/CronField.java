package io.weirworks.scheduler.recurrence;

import java.util.List;
import java.util.OptionalInt;

/**
 * The fields of a cron expression, in their order: bounds, and the names that numbers have
 * (dataworks-semantics 3.1).
 */
enum CronField {
  SECOND("second", 0, 59, ""),
  MINUTE("minute", 0, 59, ""),
  HOUR("hour", 0, 23, ""),
  DAY_OF_MONTH("day of month", 1, 31, ""),
  MONTH("month", 1, 12, "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC"),
  /** Quartz' numbers, 1 to 7 from Sunday: the expression has a '?'. */
  QUARTZ_DAY_OF_WEEK("day of week", 1, 7, "SUN MON TUE WED THU FRI SAT"),
  /** The classic numbers, 1 to 7 from Monday, 0 being Sunday too: the expression has no '?'. */
  CLASSIC_DAY_OF_WEEK("day of week", 0, 7, "SUN MON TUE WED THU FRI SAT");

  private final String label;
  private final int least;
  private final int most;
  private final String names;

  CronField(String label, int least, int most, String names) {
    this.label = label;
    this.least = least;
    this.most = most;
    this.names = names;
  }

  String label() {
    return label;
  }

  int least() {
    return least;
  }

  int most() {
    return most;
  }

  boolean isDayOfWeek() {
    return this == QUARTZ_DAY_OF_WEEK || this == CLASSIC_DAY_OF_WEEK;
  }

  /** The number that a text stands for, by itself or by its name. */
  OptionalInt number(String text) {
    int named = names().indexOf(text);
    if (named >= 0) {
      return OptionalInt.of(named + least);
    }
    int number = text.matches("\\d{1,2}") ? Integer.parseInt(text) : -1;
    return number >= least && number <= most ? OptionalInt.of(number) : OptionalInt.empty();
  }

  private List<String> names() {
    return List.of(names.split(" "));
  }

  /** What is allowed, for people. */
  String bounds() {
    String alsoNamed =
        names.isEmpty() ? "" : " or " + names().getFirst() + " … " + names().getLast();
    return label + " from " + least + " to " + most + alsoNamed;
  }
}
