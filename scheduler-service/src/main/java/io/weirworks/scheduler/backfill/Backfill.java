package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.backfill.BackfillEvent.BackfillCompleted;
import io.weirworks.scheduler.backfill.BackfillEvent.BackfillStarted;
import io.weirworks.scheduler.backfill.BackfillEvent.CancellationRequested;
import io.weirworks.scheduler.backfill.BackfillEvent.DateBegun;
import io.weirworks.scheduler.backfill.BackfillEvent.DateEnded;
import io.weirworks.scheduler.workflowinstance.FlowStatus;
import java.time.LocalDate;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * A backfill as it is stored; its size does not grow with the number of dates.
 *
 * @param next index in the plan of the next date to begin
 * @param open business dates that are going on, at most the plan's parallelism
 * @param sequence of its last told event (I4)
 */
public record Backfill(
    BackfillPlan plan,
    int next,
    SortedSet<LocalDate> open,
    BackfillCounts counts,
    BackfillState state,
    long sequence) {

  /** The backfill that its first event makes. */
  public static Backfill created(BackfillStarted event) {
    BackfillPlan plan = event.plan();
    return new Backfill(
        plan,
        0,
        new TreeSet<>(),
        BackfillCounts.waiting(plan.size()),
        new BackfillState.Running(),
        1);
  }

  /** The backfill after an event. */
  public Backfill evolve(BackfillEvent event) {
    return switch (event) {
      case BackfillStarted _ ->
          throw new IllegalStateException(event + " cannot happen to " + this);
      case BackfillCompleted(var status, var completed) ->
          new Backfill(plan, next, open, completed, new BackfillState.Ended(status), sequence + 1);
      case DateBegun(LocalDate bizdate) -> {
        SortedSet<LocalDate> dates = new TreeSet<>(open);
        dates.add(bizdate);
        yield new Backfill(plan, next + 1, dates, counts.begun(), state, sequence);
      }
      case DateEnded(LocalDate bizdate, FlowStatus status) -> {
        SortedSet<LocalDate> dates = new TreeSet<>(open);
        dates.remove(bizdate);
        yield new Backfill(plan, next, dates, counts.ended(status), after(status), sequence);
      }
      case CancellationRequested(var reason) ->
          new Backfill(plan, next, open, counts, new BackfillState.Cancelling(reason), sequence);
    };
  }

  private BackfillState after(FlowStatus dateStatus) {
    boolean fails = state instanceof BackfillState.Running && dateStatus != FlowStatus.SUCCESS;
    return fails ? new BackfillState.Failing() : state;
  }

  /** Whether another date may begin now. */
  boolean hasRoom() {
    return state instanceof BackfillState.Running
        && next < plan.size()
        && open.size() < plan.parallelism();
  }

  /** How it ends when no date is open. */
  FlowStatus outcome() {
    if (counts.succeeded() == counts.total()) {
      return FlowStatus.SUCCESS;
    }
    return switch (state) {
      case BackfillState.Running _, BackfillState.Failing _ -> FlowStatus.FAILURE;
      case BackfillState.Cancelling _ -> FlowStatus.CANCELLED;
      case BackfillState.Ended(FlowStatus status) -> status;
    };
  }
}
