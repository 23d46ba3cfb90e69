package io.weirworks.scheduler.generation;

import io.weirworks.scheduler.recurrence.MissedTicks;
import io.weirworks.scheduler.recurrence.Schedule;
import io.weirworks.scheduler.recurrence.Tick;
import io.weirworks.scheduler.recurrence.TickKind;

/**
 * What one version of a node says about its instances.
 *
 * @param missed what becomes of those that nobody was there to generate
 */
public record Timetable(
    Schedule schedule, Recurrence recurrence, InstanceMode mode, MissedTicks missed) {

  /** One whose missed instances are all made up. */
  public Timetable(Schedule schedule, Recurrence recurrence, InstanceMode mode) {
    this(schedule, recurrence, mode, MissedTicks.ALL_AT_DEFAULT_RATE);
  }

  /** An ordinary one: its instances run, from the day after the deployment. */
  public static Timetable of(Schedule schedule) {
    return new Timetable(schedule, Recurrence.NORMAL, InstanceMode.T_PLUS_1);
  }

  /** What is set for the node goes before what the day says. */
  PlannedInstance instance(Tick tick) {
    SchedulerType type =
        switch (recurrence) {
          case PAUSE -> SchedulerType.PAUSE;
          case SKIP -> SchedulerType.SKIP;
          case NORMAL ->
              tick.kind() == TickKind.NORMAL ? SchedulerType.NORMAL : SchedulerType.SKIP_CYCLE;
        };
    return new PlannedInstance(tick, type);
  }
}
