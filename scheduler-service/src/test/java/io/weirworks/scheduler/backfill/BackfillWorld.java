package io.weirworks.scheduler.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.backfill.BackfillEvent.BackfillCompleted;
import io.weirworks.scheduler.backfill.BackfillEvent.BackfillStarted;
import io.weirworks.scheduler.decision.Decision;
import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.workflowinstance.FlowStatus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The shell of a backfill in memory: stores it and notes what it asks of workflow instances. */
final class BackfillWorld {
  final List<LocalDate> created = new ArrayList<>();
  final List<LocalDate> stopped = new ArrayList<>();
  final List<BackfillCompleted> completed = new ArrayList<>();
  final BackfillPlan plan;
  final BackfillScope scope;
  private final BackfillDecider decider;
  private @Nullable Backfill backfill;

  BackfillWorld(BackfillPlan plan) {
    this(Scopes.daily(plan));
  }

  BackfillWorld(BackfillScope scope) {
    this.plan = scope.plan();
    this.scope = scope;
    this.decider = new BackfillDecider(scope);
  }

  Optional<Rejection> start() {
    return send(new BackfillCommand.StartBackfill(scope));
  }

  Optional<Rejection> pause() {
    return send(new BackfillCommand.PauseBackfill(plan.id(), "look first"));
  }

  Optional<Rejection> resume() {
    return send(new BackfillCommand.ResumeBackfill(plan.id()));
  }

  Optional<Rejection> begin(String planHash) {
    return send(new BackfillCommand.BeginBackfill(plan.id(), planHash));
  }

  Optional<Rejection> cancel() {
    return send(new BackfillCommand.CancelBackfill(plan.id(), "stop"));
  }

  void report(LocalDate bizdate, FlowStatus status) {
    scope
        .on(bizdate)
        .forEach(
            instance ->
                assertThat(
                        send(
                            new BackfillCommand.ReportWorkflowInstance(
                                instance.id(), bizdate, status)))
                    .isEmpty());
  }

  Optional<Rejection> send(BackfillCommand command) {
    return switch (decider.decide(backfill, command)) {
      case Decision.Rejected<BackfillEvent>(Rejection rejection) -> Optional.of(rejection);
      case Decision.Accepted<BackfillEvent>(List<BackfillEvent> events) -> {
        events.forEach(this::store);
        yield Optional.empty();
      }
    };
  }

  Backfill backfill() {
    if (backfill == null) {
      throw new AssertionError("There is no backfill yet.");
    }
    return backfill;
  }

  private void store(BackfillEvent event) {
    Backfill after =
        event instanceof BackfillStarted started
            ? Backfill.created(started)
            : backfill().evolve(event);
    backfill = after;
    if (event instanceof BackfillCompleted end) {
      completed.add(end);
    }
    for (BackfillEffect effect : BackfillEffect.of(after, scope, event)) {
      switch (effect) {
        case BackfillEffect.CreateWorkflowInstance create -> created.add(create.bizdate());
        case BackfillEffect.StopWorkflowInstance stop ->
            stopped.add(
                created.stream()
                    .filter(date -> scope.on(date).getFirst().id().equals(stop.id()))
                    .findFirst()
                    .orElseThrow());
      }
    }
  }
}
