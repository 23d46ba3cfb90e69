package io.weirworks.lineage.marquez;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;

/** Spans of time that Marquez's start page shows figures of. */
public enum Period {
  DAY,
  WEEK;

  private static final int HOURS = 24;
  private static final int DAYS = 7;

  /**
   * A part of it.
   *
   * @param shownStart how Marquez names it: of a day of some time zone the same date's midnight in
   *     UTC, as its web client reads it
   */
  public record Interval(Instant start, Instant end, Instant shownStart, Instant shownEnd) {

    public boolean holds(Instant time) {
      return !time.isBefore(start) && time.isBefore(end);
    }
  }

  /**
   * Its parts, the earliest first: the hour of now and the 23 before it, or today and the six days
   * before it.
   *
   * @param zone whose days they are
   */
  public List<Interval> until(Instant now, ZoneId zone) {
    return switch (this) {
      case DAY -> {
        Instant first = now.truncatedTo(ChronoUnit.HOURS).minus(HOURS - 1L, ChronoUnit.HOURS);
        yield IntStream.range(0, HOURS)
            .mapToObj(hour -> first.plus(hour, ChronoUnit.HOURS))
            .map(start -> hour(start, start.plus(1, ChronoUnit.HOURS)))
            .toList();
      }
      case WEEK -> {
        LocalDate first = LocalDate.ofInstant(now, zone).minusDays(DAYS - 1L);
        yield IntStream.range(0, DAYS)
            .mapToObj(first::plusDays)
            .map(day -> day(day, day.plusDays(1), zone))
            .toList();
      }
    };
  }

  private static Interval hour(Instant start, Instant end) {
    return new Interval(start, end, start, end);
  }

  private static Interval day(LocalDate day, LocalDate next, ZoneId zone) {
    return new Interval(
        day.atStartOfDay(zone).toInstant(),
        next.atStartOfDay(zone).toInstant(),
        day.atStartOfDay(ZoneOffset.UTC).toInstant(),
        next.atStartOfDay(ZoneOffset.UTC).toInstant());
  }
}
