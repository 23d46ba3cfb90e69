package io.weirworks.executor.nodetype;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;

/**
 * How often and how long a check node looks (dataworks-semantics 4.9). It is Running meanwhile;
 * when the time is up it fails.
 *
 * @param interval from one look to the next
 * @param stop when it gives up, before the 24 hours that no check goes beyond
 */
record CheckSchedule(Duration interval, Stop stop) {
  /** No check goes on longer. */
  static final Duration MAX_TOTAL = Duration.ofHours(24);

  /** When a check gives up. */
  sealed interface Stop {

    /** At this time of the day in this zone, the next after its start. */
    record AtTime(LocalTime time, ZoneId zone) implements Stop {}

    /** After so many looks. */
    record AfterChecks(int checks) implements Stop {}
  }

  /**
   * The looks of one check.
   *
   * @param most the last one, at least 1
   * @param whenOver why it fails when that found nothing
   */
  record Looks(long most, String whenOver) {}

  /**
   * @throws IllegalArgumentException where nobody could look so; registry-service holds the limits
   */
  CheckSchedule {
    if (interval.toSeconds() < 1) {
      throw new IllegalArgumentException(
          "an interval of %s must be at least 1 s".formatted(interval));
    }
    if (stop instanceof Stop.AfterChecks(int checks) && checks < 1) {
      throw new IllegalArgumentException("%d checks must be at least 1".formatted(checks));
    }
  }

  /**
   * How often it looks when the first look is due now.
   *
   * @param startedAt of the first look
   */
  Looks looks(Instant startedAt) {
    var looks =
        switch (stop) {
          case Stop.AfterChecks(int checks) ->
              new Looks(
                  checks,
                  "The check found nothing in %d looks, which is the most.".formatted(checks));
          case Stop.AtTime(LocalTime time, ZoneId zone) ->
              new Looks(
                  within(Duration.between(startedAt, following(startedAt, time, zone))),
                  "The check found nothing until %s, its stop time.".formatted(time));
        };
    long inADay = within(MAX_TOTAL);
    return looks.most() <= inADay
        ? looks
        : new Looks(inADay, "The check found nothing in 24 hours, which is the most.");
  }

  /** Looks from the beginning of a span to its end, both included. */
  private long within(Duration span) {
    return span.dividedBy(interval) + 1;
  }

  private static Instant following(Instant start, LocalTime time, ZoneId zone) {
    var begin = start.atZone(zone);
    var today = begin.with(time);
    return (today.isBefore(begin)
            ? begin.toLocalDate().plusDays(1).atTime(time).atZone(zone)
            : today)
        .toInstant();
  }
}
