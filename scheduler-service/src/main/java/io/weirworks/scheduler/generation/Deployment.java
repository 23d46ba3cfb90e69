package io.weirworks.scheduler.generation;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * One version of a node coming into force, or the node being undeployed.
 *
 * @param timetable null: undeployed
 */
public record Deployment(Instant at, @Nullable Timetable timetable) {
  /** When something was deployed that has been there for ever. */
  public static final Instant LONG_AGO = Instant.parse("1970-01-01T00:00:00Z");

  /**
   * From here to midnight the next day's instances are built; what is deployed meanwhile misses it
   * (dataworks-semantics 3.3).
   */
  public static final LocalTime GENERATION_BEGINS = LocalTime.of(23, 30);

  /** The last day whose generation has begun by a moment. */
  public static LocalDate lastGenerated(Instant moment, ZoneId zone) {
    LocalDateTime local = LocalDateTime.ofInstant(moment, zone);
    return local.toLocalTime().isBefore(GENERATION_BEGINS)
        ? local.toLocalDate()
        : local.toLocalDate().plusDays(1);
  }

  /** The day of the deployment. */
  LocalDate day(ZoneId zone) {
    return LocalDate.ofInstant(at, zone);
  }

  boolean isInGeneration(ZoneId zone) {
    return !LocalDateTime.ofInstant(at, zone).toLocalTime().isBefore(GENERATION_BEGINS);
  }

  /** Whether the day is that of the deployment and gets instances at once. */
  boolean isImmediatelyFor(LocalDate day, ZoneId zone) {
    return timetable != null
        && timetable.mode() == InstanceMode.IMMEDIATELY
        && day(zone).equals(day)
        && !isInGeneration(zone);
  }

  /** The first day whose nightly generation saw it. */
  LocalDate firstNightly(ZoneId zone) {
    return day(zone).plusDays(isInGeneration(zone) ? 2 : 1);
  }
}
