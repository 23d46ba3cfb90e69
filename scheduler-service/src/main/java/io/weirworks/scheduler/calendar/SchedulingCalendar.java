package io.weirworks.scheduler.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/**
 * Which days count for a schedule (dataworks-semantics 3.10). A day that does not is like an
 * off-day: its instance is generated and dry-runs, so that daily downstreams stay unblocked.
 */
public sealed interface SchedulingCalendar {
  /** Whether the day counts. */
  boolean has(LocalDate day);

  /** The default calendar: every day counts. */
  record EveryDay() implements SchedulingCalendar {
    @Override
    public boolean has(LocalDate day) {
      return true;
    }
  }

  /**
   * A custom calendar. A day counts when it is marked, or when it is one of the weekdays and no
   * holiday.
   *
   * @param name unique in the tenant, at most 100 characters
   * @param from first day of validity; earlier days do not count
   * @param to last day of validity; later days do not count
   * @param weekdays that count by themselves; empty: only marked days count
   * @param holidays days that do not count although their weekday does
   * @param marked days that count whatever their weekday, such as a Saturday that is worked
   */
  record Custom(
      String name,
      LocalDate from,
      LocalDate to,
      Set<DayOfWeek> weekdays,
      Set<LocalDate> holidays,
      Set<LocalDate> marked)
      implements SchedulingCalendar {
    public Custom {
      weekdays = Set.copyOf(weekdays);
      holidays = Set.copyOf(holidays);
      marked = Set.copyOf(marked);
    }

    @Override
    public boolean has(LocalDate day) {
      boolean valid = !day.isBefore(from) && !day.isAfter(to);
      boolean ordinary = weekdays.contains(day.getDayOfWeek()) && !holidays.contains(day);
      return valid && (marked.contains(day) || ordinary);
    }
  }
}
