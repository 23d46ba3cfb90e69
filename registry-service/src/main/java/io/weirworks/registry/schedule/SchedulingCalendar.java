package io.weirworks.registry.schedule;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collections;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The days on which a schedule runs; on others it has dry runs (dataworks-semantics 3.10).
 *
 * @param from first day on which it says something, those before do not count; absent: no bound
 * @param to last day on which it says something, those behind do not count; absent: no bound
 * @param weekdays that count
 * @param holidays that do not count although their day of the week does
 * @param days that count all the same
 */
public record SchedulingCalendar(
    String name,
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    SortedSet<DayOfWeek> weekdays,
    SortedSet<LocalDate> holidays,
    SortedSet<LocalDate> days) {

  public SchedulingCalendar {
    weekdays = Collections.unmodifiableSortedSet(new TreeSet<>(weekdays));
    holidays = Collections.unmodifiableSortedSet(new TreeSet<>(holidays));
    days = Collections.unmodifiableSortedSet(new TreeSet<>(days));
  }
}
