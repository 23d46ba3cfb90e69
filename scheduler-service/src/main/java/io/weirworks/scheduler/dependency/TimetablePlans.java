package io.weirworks.scheduler.dependency;

import io.weirworks.scheduler.generation.Timeline;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A node's days by its timetable.
 *
 * @param selfDependent whether it depends on its own cycle before
 */
public record TimetablePlans(Timeline timeline, boolean selfDependent) implements Plans {
  /**
   * A timetable ticks every day, but for one that a change of offset may take; what lies further
   * back belongs to a former life of the node.
   */
  private static final int LOOK_BACK_DAYS = 3;

  @Override
  public Side on(LocalDate day) {
    return new Side(timeline.on(day), selfDependent);
  }

  @Override
  public Optional<LocalDate> lastDayBefore(LocalDate day) {
    for (int back = 1; back <= LOOK_BACK_DAYS; back++) {
      LocalDate before = day.minusDays(back);
      if (before.isBefore(timeline.history().firstDay())) {
        return Optional.empty();
      }
      if (!timeline.on(before).isEmpty()) {
        return Optional.of(before);
      }
    }
    return Optional.empty();
  }
}
