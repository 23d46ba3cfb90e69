package io.weirworks.scheduler.controlflow;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * How often and how long a check node looks (dataworks-semantics 4.9). It is Running meanwhile;
 * when the time is up it fails.
 *
 * @param interval from one look to the next
 * @param stop when it gives up, before the 24 hours that no check goes beyond
 */
public record CheckSchedule(Duration interval, Stop stop) {
  /** The shortest interval. */
  public static final Duration MIN_INTERVAL = Duration.ofMinutes(1);

  /** The longest interval. */
  public static final Duration MAX_INTERVAL = Duration.ofMinutes(30);

  /** No check goes on longer. */
  public static final Duration MAX_TOTAL = Duration.ofHours(24);

  /** When a check gives up. */
  public sealed interface Stop {

    /** At this time of the day, the next after its start. */
    record AtTime(LocalTime time) implements Stop {}

    /** After so many looks. */
    record AfterChecks(int checks) implements Stop {}
  }

  /** What follows a look that found nothing. */
  public sealed interface Next {

    /** Look again then. */
    record LookAgain(Instant at) implements Next {}

    /** It failed, for this reason. */
    record GiveUp(String reason) implements Next {}
  }

  /**
   * @throws IllegalArgumentException where a limit is broken; the message says the limit
   */
  public CheckSchedule {
    if (interval.compareTo(MIN_INTERVAL) < 0 || interval.compareTo(MAX_INTERVAL) > 0) {
      throw new IllegalArgumentException(
          "A check looks every 1 to 30 minutes, not every %s.".formatted(shown(interval)));
    }
    long most = MAX_TOTAL.dividedBy(interval);
    if (stop instanceof Stop.AfterChecks(int checks) && (checks < 1 || checks > most)) {
      throw new IllegalArgumentException(
          "%d checks; every %s, 1 to %d fit into 24 hours, which is the most."
              .formatted(checks, shown(interval), most));
    }
  }

  /**
   * What follows when a look found nothing.
   *
   * @param startedAt when the first look was due
   * @param looks how many there were, at least one
   * @param zone of the node, for a stop at a time of the day
   */
  public Next afterLook(Instant startedAt, int looks, ZoneId zone) {
    if (stop instanceof Stop.AfterChecks(int checks) && looks >= checks) {
      return new Next.GiveUp(
          "The check found nothing in %d looks, which is the most.".formatted(checks));
    }
    Instant at = startedAt.plus(interval.multipliedBy(looks));
    if (stop instanceof Stop.AtTime(LocalTime time)
        && at.isAfter(following(startedAt, time, zone))) {
      return new Next.GiveUp("The check found nothing until %s, its stop time.".formatted(time));
    }
    return at.isAfter(startedAt.plus(MAX_TOTAL))
        ? new Next.GiveUp("The check found nothing in 24 hours, which is the most.")
        : new Next.LookAgain(at);
  }

  private static Instant following(Instant start, LocalTime time, ZoneId zone) {
    ZonedDateTime begin = start.atZone(zone);
    ZonedDateTime today = begin.with(time);
    return (today.isBefore(begin)
            ? begin.toLocalDate().plusDays(1).atTime(time).atZone(zone)
            : today)
        .toInstant();
  }

  private static String shown(Duration duration) {
    return duration.toSeconds() % 60 == 0
        ? duration.toMinutes() + " min"
        : duration.toSeconds() + " s";
  }
}
