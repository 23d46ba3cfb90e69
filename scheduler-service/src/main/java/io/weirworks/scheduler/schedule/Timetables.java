package io.weirworks.scheduler.schedule;

import io.weirworks.scheduler.generation.Deployment;
import io.weirworks.scheduler.generation.GenerationHistory;
import io.weirworks.scheduler.generation.Timetable;

/** What the versions of a schedule say; each version's never changes. */
@FunctionalInterface
public interface Timetables {

  /** The timetable of a version that was in force. */
  Timetable of(int version);

  /** All that was in force, in the zone of the latest timetable. */
  default GenerationHistory history(WorkflowSchedule schedule) {
    return new GenerationHistory(
        of(schedule.latestVersion()).schedule().zone(),
        schedule.versions().stream()
            .map(
                each ->
                    new Deployment(
                        each.at(), each.version() == InForce.NONE ? null : of(each.version())))
            .toList());
  }
}
