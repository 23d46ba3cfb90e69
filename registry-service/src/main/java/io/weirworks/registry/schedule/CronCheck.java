package io.weirworks.registry.schedule;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a cron expression is of the forms of dataworks-semantics 3.1. When it fires is the
 * scheduler's concern.
 */
final class CronCheck {
  static final String RULE =
      "six fields: second minute hour day-of-month month day-of-week, such as '00 30 05 * * ?'";

  /** One field: its name and bounds, and the names that its numbers have. */
  private record Field(String label, int least, int most, List<String> names) {

    Field(String label, int least, int most) {
      this(label, least, most, List.of());
    }

    /** The number that {@code text} stands for, or -1. */
    int number(String text) {
      int number = text.matches("\\d{1,2}") ? Integer.parseInt(text) : -1;
      int named = names.indexOf(text);
      int meant = named < 0 ? number : named + least;
      return meant >= least && meant <= most ? meant : -1;
    }

    String bounds() {
      String alsoNamed = names.isEmpty() ? "" : " or " + String.join(",", names);
      return label + " from " + least + " to " + most + alsoNamed;
    }
  }

  private static final Field DAY_OF_MONTH = new Field("day of month", 1, 31);
  private static final List<String> WEEKDAYS =
      List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT");

  /** Numbered from Sunday = 1, as Quartz does, where the expression has a '?'. */
  private static final Field DAY_OF_WEEK = new Field("day of week", 1, 7, WEEKDAYS);

  /** Else numbered from Monday = 1, Sunday being 0 or 7. */
  private static final Field CLASSIC_DAY_OF_WEEK = new Field("day of week", 0, 7, WEEKDAYS);

  private static final Field MONTH =
      new Field(
          "month",
          1,
          12,
          List.of(
              "JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC"));
  private static final List<Field> FIELDS =
      List.of(
          new Field("second", 0, 59),
          new Field("minute", 0, 59),
          new Field("hour", 0, 23),
          DAY_OF_MONTH,
          MONTH,
          DAY_OF_WEEK);

  private static final Pattern ITEM =
      Pattern.compile("(?:\\*|(?<first>\\w{1,3})(?:-(?<last>\\w{1,3}))?)(?:/(?<step>\\d{1,3}))?");

  private CronCheck() {}

  /** What would be right, if {@code cron} is wrong. */
  static Optional<String> fault(String cron) {
    String[] texts = cron.strip().toUpperCase(Locale.ROOT).split("\\s+");
    if (texts.length != FIELDS.size()) {
      return Optional.of(RULE + ", not " + texts.length + " fields");
    }
    boolean classic = !List.of(texts).contains("?");
    for (int i = 0; i < texts.length; i++) {
      Field field = FIELDS.get(i);
      boolean ofWeek = field.equals(DAY_OF_WEEK);
      Optional<String> fault = fault(ofWeek && classic ? CLASSIC_DAY_OF_WEEK : field, texts[i]);
      if (fault.isPresent()) {
        return fault;
      }
    }
    if (!texts[0].matches("\\d{1,2}")) {
      return Optional.of("one second, not '" + texts[0] + "': the shortest period is a minute");
    }
    return daysFault(texts[FIELDS.indexOf(DAY_OF_MONTH)], texts[FIELDS.indexOf(DAY_OF_WEEK)]);
  }

  private static Optional<String> fault(Field field, String text) {
    if (text.equals("?") && (field.equals(DAY_OF_MONTH) || field.equals(DAY_OF_WEEK))) {
      return Optional.empty();
    }
    for (String item : text.split(",", -1)) {
      boolean lastDay = item.equals("L") && field.equals(DAY_OF_MONTH);
      if (!lastDay && !isItem(field, item)) {
        return Optional.of(
            field.bounds() + ", as number, range a-b, step a/n or list instead of '" + item + "'");
      }
    }
    return Optional.empty();
  }

  private static boolean isItem(Field field, String item) {
    Matcher matcher = ITEM.matcher(item);
    if (!matcher.matches()) {
      return false;
    }
    String step = matcher.group("step");
    boolean stepIsRight =
        step == null || (Integer.parseInt(step) >= 1 && Integer.parseInt(step) <= field.most());
    String first = matcher.group("first");
    if (first == null) {
      return stepIsRight;
    }
    int from = field.number(first);
    String last = matcher.group("last");
    int to = last == null ? from : field.number(last);
    boolean overTheWeekend = field.names().equals(WEEKDAYS) && to >= 0;
    return stepIsRight && from >= 0 && (to >= from || overTheWeekend);
  }

  /**
   * A day is chosen by its place in the month or in the week; the vendor's forms never choose by
   * both.
   */
  private static Optional<String> daysFault(String ofMonth, String ofWeek) {
    if (ofMonth.equals("?") && ofWeek.equals("?")) {
      return Optional.of("'?' in only one of day of month and day of week");
    }
    boolean both = !List.of("*", "?").contains(ofMonth) && !List.of("*", "?").contains(ofWeek);
    return both
        ? Optional.of("either days of the month or days of the week, with '?' for the other")
        : Optional.empty();
  }
}
