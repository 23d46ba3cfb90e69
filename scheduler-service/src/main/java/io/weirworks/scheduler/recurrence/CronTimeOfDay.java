package io.weirworks.scheduler.recurrence;

import java.time.LocalTime;
import java.util.Arrays;
import java.util.OptionalInt;

/**
 * The first time of day at which a cron expression fires: what a run by hand or a backfill takes as
 * the workflow's time of day. The days on which it fires do not matter there, since the caller
 * names the date.
 */
public final class CronTimeOfDay {
  private static final int FIELDS = 6;

  private CronTimeOfDay() {}

  /**
   * The first time of day.
   *
   * @param cron six fields: second, minute, hour, day of month, month, day of week;
   *     registry-service has checked it
   * @throws IllegalArgumentException where the first three fields are not such as {@code 00},
   *     {@code *}, {@code 5,35}, {@code 8-17}, {@code 00/10}, {@code 8-17/2}
   */
  public static LocalTime first(String cron) {
    String[] fields = cron.strip().split("\\s+");
    if (fields.length != FIELDS) {
      throw new IllegalArgumentException(
          "The cron expression '" + cron + "' has " + fields.length + " fields instead of 6.");
    }
    return LocalTime.of(
        earliest(fields[2], 23, cron),
        earliest(fields[1], 59, cron),
        earliest(fields[0], 59, cron));
  }

  private static int earliest(String field, int max, String cron) {
    return Arrays.stream(field.split(",", -1))
        .mapToInt(
            item ->
                start(item, max)
                    .orElseThrow(
                        () ->
                            new IllegalArgumentException(
                                "'"
                                    + item
                                    + "' in the cron expression '"
                                    + cron
                                    + "' is no number from 0 to "
                                    + max
                                    + ", range or step.")))
        .min()
        .orElseThrow();
  }

  private static OptionalInt start(String item, int max) {
    String first = item.replaceFirst("[-/].*", "");
    if (first.equals("*")) {
      return OptionalInt.of(0);
    }
    if (!first.matches("\\d{1,2}") || Integer.parseInt(first) > max) {
      return OptionalInt.empty();
    }
    return OptionalInt.of(Integer.parseInt(first));
  }
}
