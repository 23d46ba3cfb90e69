package io.weirworks.scheduler.recurrence;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads one field of a cron expression into the set of its numbers, one bit each: numbers, names,
 * ranges with both ends included, steps and lists of these (dataworks-semantics 3.1).
 */
final class CronItems {
  private static final Pattern ITEM =
      Pattern.compile("(?:(?<all>\\*)|(?<first>\\w+)(?:-(?<last>\\w+))?)(?:/(?<step>\\d{1,3}))?");

  private final String cron;
  private final CronField field;

  CronItems(String cron, CronField field) {
    this.cron = cron;
    this.field = field;
  }

  /**
   * The numbers of the whole field.
   *
   * @throws InvalidCronException where one item is none
   */
  long read(String text) {
    long numbers = 0;
    for (String item : text.split(",", -1)) {
      numbers |= readItem(item);
    }
    return numbers;
  }

  private long readItem(String item) {
    Matcher matcher = ITEM.matcher(item);
    if (!matcher.matches()) {
      throw wrong(item);
    }
    int step = step(matcher.group("step"), item);
    if (matcher.group("all") != null) {
      return range(field.least(), field.most(), step);
    }
    int first = number(matcher.group("first"), item);
    String lastText = matcher.group("last");
    if (lastText == null) {
      return range(first, matcher.group("step") == null ? first : field.most(), step);
    }
    int last = number(lastText, item);
    if (first <= last) {
      return range(first, last, step);
    }
    if (!field.isDayOfWeek()) {
      throw new InvalidCronException(
          new CronFault(
              cron, field.label(), item, "a range from the smaller to the larger number"));
    }
    return range(first, last + 7, step);
  }

  private int step(String text, String item) {
    int step = text == null ? 1 : Integer.parseInt(text);
    if (step < 1 || step > field.most()) {
      throw new InvalidCronException(
          new CronFault(cron, field.label(), item, "a step from 1 to " + field.most()));
    }
    return step;
  }

  private int number(String text, String item) {
    OptionalInt number = field.number(text);
    if (number.isEmpty()) {
      throw wrong(item);
    }
    return number.getAsInt();
  }

  /** A range of weekdays may go over the end of the week. */
  private long range(int first, int last, int step) {
    long numbers = 0;
    for (int number = first; number <= last; number += step) {
      numbers |= 1L << (number > field.most() ? number - 7 : number);
    }
    return numbers;
  }

  private InvalidCronException wrong(String item) {
    return new InvalidCronException(
        new CronFault(
            cron,
            field.label(),
            item,
            field.bounds() + ", as number, range a-b, step a/n or */n, or a list of these"));
  }
}
