package io.weirworks.scheduler.recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** By what the day fields of a cron expression choose days; months are chosen beside it. */
sealed interface DayRule {
  boolean chooses(LocalDate day);

  /** Every day. */
  record EveryDay() implements DayRule {
    @Override
    public boolean chooses(LocalDate day) {
      return true;
    }
  }

  /**
   * By the day of the month.
   *
   * @param days one bit for each of 1 to 31
   * @param last also the last day of the month ({@code L})
   */
  record DaysOfMonth(long days, boolean last) implements DayRule {
    @Override
    public boolean chooses(LocalDate day) {
      boolean isLast = day.getDayOfMonth() == day.lengthOfMonth();
      return (days & (1L << day.getDayOfMonth())) != 0 || (last && isLast);
    }
  }

  /** By the day of the week. */
  record DaysOfWeek(Set<DayOfWeek> days) implements DayRule {
    public DaysOfWeek {
      days = Set.copyOf(days);
    }

    @Override
    public boolean chooses(LocalDate day) {
      return days.contains(day.getDayOfWeek());
    }
  }
}
