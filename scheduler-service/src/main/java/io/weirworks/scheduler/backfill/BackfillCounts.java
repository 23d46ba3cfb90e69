package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.workflowinstance.FlowStatus;

/** How many workflow instances of a backfill are how far; they add up to its dates. */
public record BackfillCounts(int waiting, int running, int succeeded, int failed, int cancelled) {

  static BackfillCounts waiting(int total) {
    return new BackfillCounts(total, 0, 0, 0, 0);
  }

  /** One for each business date. */
  public int total() {
    return waiting + running + succeeded + failed + cancelled;
  }

  BackfillCounts begun() {
    return new BackfillCounts(waiting - 1, running + 1, succeeded, failed, cancelled);
  }

  BackfillCounts ended(FlowStatus status) {
    return switch (status) {
      case RUNNING -> this;
      case SUCCESS -> new BackfillCounts(waiting, running - 1, succeeded + 1, failed, cancelled);
      case FAILURE -> new BackfillCounts(waiting, running - 1, succeeded, failed + 1, cancelled);
      case CANCELLED -> new BackfillCounts(waiting, running - 1, succeeded, failed, cancelled + 1);
    };
  }

  /** Dates never begun count as cancelled when somebody cancelled the backfill. */
  BackfillCounts withoutWaiting() {
    return new BackfillCounts(0, running, succeeded, failed, cancelled + waiting);
  }
}
