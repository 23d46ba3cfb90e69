package io.weirworks.scheduler.simulation;

import io.weirworks.scheduler.generation.DayPlan;
import io.weirworks.scheduler.generation.GenerationHistory;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The instances that all nodes with the same history have, with the days around kept in memory. */
final class Timeline {
  private static final int DAYS_KEPT = 8;

  private final GenerationHistory history;
  private final Map<LocalDate, DayPlan> days =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<LocalDate, DayPlan> eldest) {
          return size() > DAYS_KEPT;
        }
      };

  Timeline(GenerationHistory history) {
    this.history = history;
  }

  GenerationHistory history() {
    return history;
  }

  DayPlan on(LocalDate day) {
    return days.computeIfAbsent(day, history::on);
  }
}
