package io.weirworks.scheduler.generation;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;

/** The instances that all nodes with the same history have, with the days around kept in memory. */
public final class Timeline {
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

  public Timeline(GenerationHistory history) {
    this.history = history;
  }

  /** Of the nodes. */
  public GenerationHistory history() {
    return history;
  }

  /** The instances of a day. */
  public DayPlan on(LocalDate day) {
    return days.computeIfAbsent(day, history::on);
  }
}
