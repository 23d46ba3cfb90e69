package io.weirworks.registry.schedule;

import io.weirworks.registry.flowspec.Recurrence;
import java.time.ZoneId;

/** A schedule and the zone in which its dates and times of day are meant. */
public record Timetable(Schedule schedule, ZoneId zone) {

  /** Whether both are due at the same times, whatever their instances do then. */
  boolean isDueWith(Timetable other) {
    return recurring(Recurrence.NORMAL).equals(other.recurring(Recurrence.NORMAL));
  }

  Timetable recurring(Recurrence recurrence) {
    return new Timetable(schedule.recurring(recurrence), zone);
  }
}
