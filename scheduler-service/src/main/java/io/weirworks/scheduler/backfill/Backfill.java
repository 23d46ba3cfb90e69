package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.backfill.BackfillEvent.BackfillBegun;
import io.weirworks.scheduler.backfill.BackfillEvent.BackfillCompleted;
import io.weirworks.scheduler.backfill.BackfillEvent.BackfillPaused;
import io.weirworks.scheduler.backfill.BackfillEvent.BackfillResumed;
import io.weirworks.scheduler.backfill.BackfillEvent.BackfillStarted;
import io.weirworks.scheduler.backfill.BackfillEvent.CancellationRequested;
import io.weirworks.scheduler.backfill.BackfillEvent.DateBegun;
import io.weirworks.scheduler.backfill.BackfillEvent.DateEnded;
import io.weirworks.scheduler.backfill.BackfillEvent.InstanceEnded;
import io.weirworks.scheduler.workflowinstance.FlowStatus;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A backfill as it is stored; its size does not grow with the number of dates.
 *
 * @param planHash of all that decides which instances it has
 * @param next index in the plan of the next date to begin
 * @param open business dates that are going on, at most the plan's parallelism
 * @param sequence of its last told event (I4)
 */
public record Backfill(
    BackfillPlan plan,
    String planHash,
    int next,
    SortedMap<LocalDate, OpenDate> open,
    BackfillCounts counts,
    BackfillState state,
    long sequence) {

  /** The backfill that its first event makes. */
  public static Backfill created(BackfillStarted event) {
    BackfillPlan plan = event.plan();
    return new Backfill(
        plan,
        event.planHash(),
        0,
        new TreeMap<>(),
        BackfillCounts.waiting(plan.size()),
        plan.planned() ? new BackfillState.Planned() : new BackfillState.Running(),
        1);
  }

  /** The backfill after an event. */
  public Backfill evolve(BackfillEvent event) {
    return switch (event) {
      case BackfillStarted _ ->
          throw new IllegalStateException(event + " cannot happen to " + this);
      case BackfillBegun _, BackfillResumed _ -> with(new BackfillState.Running(), sequence + 1);
      case BackfillPaused _ -> with(new BackfillState.Paused(), sequence + 1);
      case BackfillCompleted(var status, var completed) ->
          new Backfill(
              plan, planHash, next, open, completed, new BackfillState.Ended(status), sequence + 1);
      case DateBegun(LocalDate bizdate, var instances) ->
          with(
              next + 1,
              dates -> dates.put(bizdate, OpenDate.begun(instances.size())),
              counts.begun(),
              state);
      case InstanceEnded(LocalDate bizdate, int instance, FlowStatus status) ->
          with(
              next,
              dates -> dates.computeIfPresent(bizdate, (_, date) -> date.ended(instance, status)),
              counts,
              state);
      case DateEnded(LocalDate bizdate, FlowStatus status) ->
          with(next, dates -> dates.remove(bizdate), counts.ended(status), after(status));
      case CancellationRequested(var reason) ->
          with(new BackfillState.Cancelling(reason), sequence);
    };
  }

  private Backfill with(BackfillState newState, long newSequence) {
    return new Backfill(plan, planHash, next, open, counts, newState, newSequence);
  }

  private Backfill with(
      int newNext,
      Consumer<SortedMap<LocalDate, OpenDate>> change,
      BackfillCounts newCounts,
      BackfillState newState) {
    SortedMap<LocalDate, OpenDate> dates = new TreeMap<>(open);
    change.accept(dates);
    return new Backfill(plan, planHash, newNext, dates, newCounts, newState, sequence);
  }

  private BackfillState after(FlowStatus dateStatus) {
    return switch (state) {
      case BackfillState.Running _, BackfillState.Paused _ ->
          dateStatus == FlowStatus.SUCCESS ? state : new BackfillState.Failing();
      case BackfillState.Planned _,
          BackfillState.Failing _,
          BackfillState.Cancelling _,
          BackfillState.Ended _ ->
          state;
    };
  }

  /** Whether another date may begin now. */
  boolean hasRoom() {
    return state instanceof BackfillState.Running
        && next < plan.size()
        && open.size() < plan.parallelism();
  }

  /** Whether nothing of it goes on and nothing more will begin. */
  boolean isOver() {
    return switch (state) {
      case BackfillState.Running _, BackfillState.Paused _ -> open.isEmpty() && next == plan.size();
      case BackfillState.Failing _, BackfillState.Cancelling _ -> open.isEmpty();
      case BackfillState.Planned _, BackfillState.Ended _ -> false;
    };
  }

  /** How it ends when no date is open. */
  FlowStatus outcome() {
    if (counts.succeeded() == counts.total()) {
      return FlowStatus.SUCCESS;
    }
    return switch (state) {
      case BackfillState.Planned _,
          BackfillState.Running _,
          BackfillState.Paused _,
          BackfillState.Failing _ ->
          FlowStatus.FAILURE;
      case BackfillState.Cancelling _ -> FlowStatus.CANCELLED;
      case BackfillState.Ended(FlowStatus status) -> status;
    };
  }
}
