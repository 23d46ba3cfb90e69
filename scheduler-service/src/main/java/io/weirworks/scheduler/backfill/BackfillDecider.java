package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.backfill.BackfillCommand.BeginBackfill;
import io.weirworks.scheduler.backfill.BackfillCommand.CancelBackfill;
import io.weirworks.scheduler.backfill.BackfillCommand.PauseBackfill;
import io.weirworks.scheduler.backfill.BackfillCommand.ReportWorkflowInstance;
import io.weirworks.scheduler.backfill.BackfillCommand.ResumeBackfill;
import io.weirworks.scheduler.backfill.BackfillCommand.StartBackfill;
import io.weirworks.scheduler.backfill.BackfillEvent.BackfillBegun;
import io.weirworks.scheduler.backfill.BackfillEvent.BackfillCompleted;
import io.weirworks.scheduler.backfill.BackfillEvent.BackfillPaused;
import io.weirworks.scheduler.backfill.BackfillEvent.BackfillResumed;
import io.weirworks.scheduler.backfill.BackfillEvent.BackfillStarted;
import io.weirworks.scheduler.backfill.BackfillEvent.CancellationRequested;
import io.weirworks.scheduler.backfill.BackfillEvent.DateBegun;
import io.weirworks.scheduler.backfill.BackfillEvent.DateEnded;
import io.weirworks.scheduler.backfill.BackfillEvent.InstanceEnded;
import io.weirworks.scheduler.decision.Decision;
import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.decision.RejectionCode;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.workflowinstance.FlowStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Decides for a backfill (dataworks-semantics 5.2); it needs no clock.
 *
 * @param contents which instances it has
 */
public record BackfillDecider(BackfillContents contents) {

  /**
   * Decides a command; stale and repeated ones give no events.
   *
   * @param current the stored backfill; null: there is none
   */
  public Decision<BackfillEvent> decide(@Nullable Backfill current, BackfillCommand command) {
    return switch (command) {
      case StartBackfill(BackfillScope scope) ->
          current == null ? start(scope) : Decision.nothing();
      case BeginBackfill begin ->
          current == null ? notFound(begin.id()) : begin(current, begin.planHash());
      case PauseBackfill(BackfillId id, String reason) ->
          current == null ? notFound(id) : pause(current, reason);
      case ResumeBackfill(BackfillId id) -> current == null ? notFound(id) : resume(current);
      case ReportWorkflowInstance report ->
          current == null ? Decision.nothing() : report(current, report);
      case CancelBackfill(BackfillId id, String reason) ->
          current == null ? notFound(id) : cancel(current, reason);
    };
  }

  private Decision<BackfillEvent> start(BackfillScope scope) {
    return BackfillCheck.wrong(scope)
        .<Decision<BackfillEvent>>map(Decision.Rejected::new)
        .orElseGet(
            () -> {
              var started = new BackfillStarted(scope.plan(), scope.units(), scope.hash());
              return goOn(Backfill.created(started), new ArrayList<>(List.of(started)));
            });
  }

  private Decision<BackfillEvent> begin(Backfill backfill, String planHash) {
    if (!(backfill.state() instanceof BackfillState.Planned)) {
      return denied(backfill, "The backfill has begun already; only a planned one can be begun.");
    }
    return backfill.planHash().equals(planHash)
        ? goOn(backfill, new BackfillBegun())
        : rejected(
            RejectionCode.INVALID_PARAMETER,
            "The plan has another hash: %s. Look at the plan again.".formatted(backfill.planHash()),
            "planHash",
            planHash);
  }

  private static Decision<BackfillEvent> pause(Backfill backfill, @Nullable String reason) {
    return switch (backfill.state()) {
      case BackfillState.Running _ -> Decision.of(new BackfillPaused(reason));
      case BackfillState.Paused _ -> Decision.nothing();
      case BackfillState.Planned _,
          BackfillState.Failing _,
          BackfillState.Cancelling _,
          BackfillState.Ended _ ->
          denied(
              backfill, "No further date of the backfill is to begin; there is nothing to pause.");
    };
  }

  private Decision<BackfillEvent> resume(Backfill backfill) {
    return backfill.state() instanceof BackfillState.Paused
        ? goOn(backfill, new BackfillResumed())
        : denied(backfill, "The backfill is not paused; only a paused one can be resumed.");
  }

  /** A report about an instance that has ended already, or is not of it, is a repetition. */
  private Decision<BackfillEvent> report(Backfill backfill, ReportWorkflowInstance report) {
    OpenDate date = backfill.open().get(report.bizdate());
    if (date == null || report.status() == FlowStatus.RUNNING) {
      return Decision.nothing();
    }
    int instance =
        contents.on(report.bizdate()).stream()
            .map(BackfillInstance::id)
            .toList()
            .indexOf(report.workflowInstance());
    if (instance < 0 || date.ended().contains(instance)) {
      return Decision.nothing();
    }
    return goOn(backfill, new InstanceEnded(report.bizdate(), instance, report.status()));
  }

  private static Decision<BackfillEvent> cancel(Backfill backfill, @Nullable String reason) {
    return switch (backfill.state()) {
      case BackfillState.Running _, BackfillState.Failing _ ->
          Decision.of(new CancellationRequested(reason));
      case BackfillState.Planned _, BackfillState.Paused _ ->
          over(backfill, new CancellationRequested(reason));
      case BackfillState.Cancelling _ -> Decision.nothing();
      case BackfillState.Ended _ ->
          denied(backfill, "The backfill has ended; only one that has not can be cancelled.");
    };
  }

  /** No date may be open, of which the end would be told. */
  private static Decision<BackfillEvent> over(Backfill backfill, BackfillEvent event) {
    List<BackfillEvent> events = new ArrayList<>(List.of(event));
    complete(backfill.evolve(event), events);
    return new Decision.Accepted<>(events);
  }

  private Decision<BackfillEvent> goOn(Backfill backfill, BackfillEvent event) {
    return goOn(backfill.evolve(event), new ArrayList<>(List.of(event)));
  }

  /** Ends dates, fills the window again, and ends the backfill when no date is open. */
  private Decision<BackfillEvent> goOn(Backfill backfill, List<BackfillEvent> events) {
    Backfill current = endDates(backfill, events);
    while (current.hasRoom()) {
      LocalDate bizdate = current.plan().date(current.next());
      DateBegun begun = new DateBegun(bizdate, contents.on(bizdate));
      events.add(begun);
      current = endDates(current.evolve(begun), events);
    }
    complete(current, events);
    return new Decision.Accepted<>(events);
  }

  private static Backfill endDates(Backfill backfill, List<BackfillEvent> events) {
    Backfill current = backfill;
    for (var date : List.copyOf(backfill.open().entrySet())) {
      if (date.getValue().isOver()) {
        DateEnded ended = new DateEnded(date.getKey(), date.getValue().outcome());
        events.add(ended);
        current = current.evolve(ended);
      }
    }
    return current;
  }

  private static void complete(Backfill backfill, List<BackfillEvent> events) {
    if (backfill.isOver()) {
      FlowStatus outcome = backfill.outcome();
      BackfillCounts counts = backfill.counts();
      events.add(
          new BackfillCompleted(
              outcome, outcome == FlowStatus.CANCELLED ? counts.withoutWaiting() : counts));
    }
  }

  private static Decision<BackfillEvent> notFound(BackfillId id) {
    return rejected(
        RejectionCode.NOT_FOUND,
        "There is no backfill with this id.",
        "instanceId",
        id.value().toString());
  }

  private static Decision<BackfillEvent> denied(Backfill backfill, String message) {
    return rejected(
        RejectionCode.OPERATION_DENIED,
        message,
        "instanceId",
        backfill.plan().id().value().toString());
  }

  private static Decision<BackfillEvent> rejected(
      RejectionCode code, String message, String field, String value) {
    return new Decision.Rejected<>(new Rejection(code, message, field, value));
  }
}
