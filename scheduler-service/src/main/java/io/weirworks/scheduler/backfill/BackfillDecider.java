package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.backfill.BackfillCommand.CancelBackfill;
import io.weirworks.scheduler.backfill.BackfillCommand.ReportWorkflowInstance;
import io.weirworks.scheduler.backfill.BackfillCommand.StartBackfill;
import io.weirworks.scheduler.backfill.BackfillEvent.BackfillCompleted;
import io.weirworks.scheduler.backfill.BackfillEvent.BackfillStarted;
import io.weirworks.scheduler.backfill.BackfillEvent.CancellationRequested;
import io.weirworks.scheduler.backfill.BackfillEvent.DateBegun;
import io.weirworks.scheduler.backfill.BackfillEvent.DateEnded;
import io.weirworks.scheduler.decision.Decision;
import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.decision.RejectionCode;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.workflowinstance.FlowStatus;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides for a backfill (dataworks-semantics 5.2); it needs no clock. */
public final class BackfillDecider {
  private static final int MAX_PARALLELISM = 10;

  private BackfillDecider() {}

  /**
   * Decides a command; stale and repeated ones give no events.
   *
   * @param current the stored backfill; null: there is none
   */
  public static Decision<BackfillEvent> decide(
      @Nullable Backfill current, BackfillCommand command) {
    return switch (command) {
      case StartBackfill(BackfillPlan plan) -> current == null ? start(plan) : Decision.nothing();
      case ReportWorkflowInstance report ->
          current == null ? Decision.nothing() : report(current, report);
      case CancelBackfill(BackfillId id, String reason) ->
          current == null ? notFound(id) : cancel(current, reason);
    };
  }

  private static Decision<BackfillEvent> start(BackfillPlan plan) {
    if (plan.from().isAfter(plan.to())) {
      return rejected(
          RejectionCode.INVALID_PARAMETER,
          "The first business date "
              + plan.from()
              + " is after the last, "
              + plan.to()
              + "; exchange them.",
          "fromBizdate",
          plan.from().toString());
    }
    if (plan.parallelism() < 1 || plan.parallelism() > MAX_PARALLELISM) {
      return rejected(
          RejectionCode.INVALID_PARAMETER,
          "A backfill runs 1 to " + MAX_PARALLELISM + " business dates at once.",
          "parallelism",
          Integer.toString(plan.parallelism()));
    }
    BackfillStarted started = new BackfillStarted(plan);
    List<BackfillEvent> events = new ArrayList<>(List.of(started));
    return goOn(Backfill.created(started), events);
  }

  /** A report about a date that is not open is a repetition. */
  private static Decision<BackfillEvent> report(Backfill backfill, ReportWorkflowInstance report) {
    boolean known =
        backfill.open().contains(report.bizdate())
            && backfill.plan().workflowInstance(report.bizdate()).equals(report.workflowInstance());
    if (!known || report.status() == FlowStatus.RUNNING) {
      return Decision.nothing();
    }
    DateEnded ended = new DateEnded(report.bizdate(), report.status());
    return goOn(backfill.evolve(ended), new ArrayList<>(List.of(ended)));
  }

  private static Decision<BackfillEvent> cancel(Backfill backfill, @Nullable String reason) {
    return switch (backfill.state()) {
      case BackfillState.Running _, BackfillState.Failing _ ->
          Decision.of(new CancellationRequested(reason));
      case BackfillState.Cancelling _ -> Decision.nothing();
      case BackfillState.Ended _ ->
          rejected(
              RejectionCode.OPERATION_DENIED,
              "The backfill has ended; only one that has not can be cancelled.",
              "instanceId",
              backfill.plan().id().value().toString());
    };
  }

  /** Fills the window again, and ends the backfill when no date is open. */
  private static Decision<BackfillEvent> goOn(Backfill backfill, List<BackfillEvent> events) {
    Backfill current = backfill;
    while (current.hasRoom()) {
      DateBegun begun = new DateBegun(current.plan().date(current.next()));
      current = current.evolve(begun);
      events.add(begun);
    }
    if (current.open().isEmpty()) {
      FlowStatus outcome = current.outcome();
      BackfillCounts counts =
          outcome == FlowStatus.CANCELLED ? current.counts().withoutWaiting() : current.counts();
      events.add(new BackfillCompleted(outcome, counts));
    }
    return new Decision.Accepted<>(events);
  }

  private static Decision<BackfillEvent> notFound(BackfillId id) {
    return rejected(
        RejectionCode.NOT_FOUND,
        "There is no backfill with this id.",
        "instanceId",
        id.value().toString());
  }

  private static Decision<BackfillEvent> rejected(
      RejectionCode code, String message, String field, String value) {
    return new Decision.Rejected<>(new Rejection(code, message, field, value));
  }
}
