package io.weirworks.scheduler.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * When a schedule ticks by the clock on the wall: on which days, at which times of day
 * (dataworks-semantics 3.1). Times are whole minutes apart: the shortest period is a minute.
 *
 * <p>Six fields: second, minute, hour, day of month, month, day of week. Weekday numbers count from
 * Sunday = 1 where the expression has a {@code ?}, as Quartz does, else from Monday = 1 with Sunday
 * = 0 or 7.
 */
public final class CronExpression {
  private static final String FORM =
      "six fields: second minute hour day-of-month month day-of-week, such as '00 30 05 * * ?'";
  private static final int FIELDS = 6;
  private static final String ANY = "?";
  private static final String ALL = "*";
  private static final String LAST = "L";

  private final String text;
  private final List<LocalTime> times;
  private final DayRule days;
  private final long months;
  private final Period period;

  private CronExpression(String text, String[] fields) {
    this.text = text;
    long hours = items(CronField.HOUR, fields[2]);
    long minutes = items(CronField.MINUTE, fields[1]);
    this.times = times(hours, minutes, second(fields[0]));
    this.months = items(CronField.MONTH, fields[4]);
    this.days = days(fields[3], fields[5]);
    this.period = period(hours, minutes, fields[4].equals(ALL));
  }

  /**
   * Reads an expression.
   *
   * @throws InvalidCronException where it is none of dataworks-semantics 3.1's forms
   */
  public static CronExpression parse(String cron) {
    String text = cron.strip();
    String[] fields = text.toUpperCase(Locale.ROOT).split("\\s+");
    if (fields.length != FIELDS) {
      throw new InvalidCronException(new CronFault(text, "cron", fields.length + " fields", FORM));
    }
    return new CronExpression(text, fields);
  }

  /** Whether the day is one that the expression names; on other days a tick is a dry run. */
  public boolean chooses(LocalDate day) {
    return (months & (1L << day.getMonthValue())) != 0 && days.chooses(day);
  }

  /** The times of a day, in order, at least one. */
  public List<LocalTime> times() {
    return times;
  }

  /** How often it ticks. */
  public Period period() {
    return period;
  }

  /** As it was written. */
  public String text() {
    return text;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CronExpression cron && cron.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  @Override
  public String toString() {
    return text;
  }

  private long items(CronField field, String written) {
    return new CronItems(text, field).read(written);
  }

  private int second(String written) {
    long seconds = items(CronField.SECOND, written);
    if (Long.bitCount(seconds) != 1) {
      throw fault("second", written, "one second: the shortest period is a minute");
    }
    return Long.numberOfTrailingZeros(seconds);
  }

  private static List<LocalTime> times(long hours, long minutes, int second) {
    List<LocalTime> times = new ArrayList<>();
    for (int hour = 0; hour <= CronField.HOUR.most(); hour++) {
      for (int minute = 0; minute <= CronField.MINUTE.most(); minute++) {
        if ((hours & (1L << hour)) != 0 && (minutes & (1L << minute)) != 0) {
          times.add(LocalTime.of(hour, minute, second));
        }
      }
    }
    return List.copyOf(times);
  }

  private DayRule days(String ofMonth, String ofWeek) {
    if (ofMonth.equals(ANY) && ofWeek.equals(ANY)) {
      throw fault("day of week", ANY, "'?' in only one of day of month and day of week");
    }
    boolean byMonth = !ofMonth.equals(ANY) && !ofMonth.equals(ALL);
    boolean byWeek = !ofWeek.equals(ANY) && !ofWeek.equals(ALL);
    if (byMonth && byWeek) {
      throw fault(
          "day of week",
          ofWeek,
          "either days of the month or days of the week, with '?' for the other");
    }
    if (byWeek) {
      return new DayRule.DaysOfWeek(weekdays(ofWeek, ofMonth.equals(ANY)));
    }
    return byMonth ? daysOfMonth(ofMonth) : new DayRule.EveryDay();
  }

  private DayRule daysOfMonth(String written) {
    List<String> numbers = new ArrayList<>(List.of(written.split(",", -1)));
    boolean last = numbers.removeIf(LAST::equals);
    long days = numbers.isEmpty() ? 0 : items(CronField.DAY_OF_MONTH, String.join(",", numbers));
    return new DayRule.DaysOfMonth(days, last);
  }

  private Set<DayOfWeek> weekdays(String written, boolean quartz) {
    long numbers =
        items(quartz ? CronField.QUARTZ_DAY_OF_WEEK : CronField.CLASSIC_DAY_OF_WEEK, written);
    Set<DayOfWeek> weekdays = EnumSet.noneOf(DayOfWeek.class);
    for (int number = 0; number <= 7; number++) {
      if ((numbers & (1L << number)) != 0) {
        int fromMonday = quartz ? number - 1 : number;
        weekdays.add(fromMonday == 0 ? DayOfWeek.SUNDAY : DayOfWeek.of(fromMonday));
      }
    }
    return weekdays;
  }

  private Period period(long hours, long minutes, boolean everyMonth) {
    if (Long.bitCount(minutes) > 1) {
      return Period.MINUTE;
    }
    if (Long.bitCount(hours) > 1) {
      return Period.HOUR;
    }
    return switch (days) {
      case DayRule.DaysOfWeek _ -> Period.WEEK;
      case DayRule.DaysOfMonth _ -> everyMonth ? Period.MONTH : Period.YEAR;
      case DayRule.EveryDay _ -> everyMonth ? Period.DAY : Period.YEAR;
    };
  }

  private InvalidCronException fault(String field, String value, String expected) {
    return new InvalidCronException(new CronFault(text, field, value, expected));
  }
}
