package io.weirworks.scheduler.dependency;

import io.weirworks.scheduler.generation.DayPlan;

/**
 * One end of a dependency on one day.
 *
 * @param plan its instances of the day
 * @param selfDependent whether the node also depends on its own cycle before
 */
public record Side(DayPlan plan, boolean selfDependent) {

  boolean isWithinDay() {
    return plan.period().isWithinDay();
  }
}
