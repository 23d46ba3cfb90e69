package io.weirworks.executor.run.adapter;

import io.weirworks.contract.executor.ReportRun;
import io.weirworks.executor.claim.CancelAsk;
import io.weirworks.executor.claim.adapter.Bell;
import io.weirworks.executor.claim.adapter.EarlyStops;
import io.weirworks.executor.claim.adapter.EvidenceStore;
import io.weirworks.executor.claim.adapter.OwnedClaims;
import io.weirworks.executor.run.Run;
import io.weirworks.executor.run.RunDecision;
import io.weirworks.executor.run.RunEffect;
import io.weirworks.executor.run.RunEvent;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.schemas.CommandError;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Decisions on runs as messaging carries them out. */
@Singleton
final class Decisions {

  /** The timer that looks at a run's claim. */
  static final String LEASE = "lease";

  private final EvidenceStore evidence;
  private final EarlyStops stops;
  private final Bell bell;

  Decisions(EvidenceStore evidence, EarlyStops stops, Bell bell) {
    this.evidence = evidence;
    this.stops = stops;
    this.bell = bell;
  }

  Decision of(String runId, RunDecision decision) {
    return of(runId, decision, List.of());
  }

  /** With rows that are written beside. */
  Decision of(String runId, RunDecision decision, List<Effect> beside) {
    return of(runId, decision, beside, Decisions::noReport);
  }

  /** Of a report, which may be kept as evidence. */
  Decision of(ReportRun report, RunDecision decision) {
    return of(report.getRunId(), decision, List.of(), () -> evidence.keep(report));
  }

  private static Effect noReport() {
    throw new IllegalStateException("only a report is kept as evidence");
  }

  private Decision of(
      String runId, RunDecision decision, List<Effect> beside, Supplier<Effect> keepEvidence) {
    return switch (decision) {
      case RunDecision.Denied(String message) ->
          Decision.refused(
              new Rejection(CommandError.OPERATION_DENIED.code(), message, "$.runId", runId));
      case RunDecision.Accepted(List<RunEvent> events, List<RunEffect> effects) -> {
        SubjectRef<Run, RunEvent> ref = RunKind.ref(runId);
        List<Effect> all = new ArrayList<>();
        events.forEach(
            event ->
                all.add(
                    event instanceof RunEvent.Untold
                        ? new Effect.Change<>(ref, event)
                        : new Effect.Tell<>(ref, event)));
        effects.forEach(effect -> all.add(effect(ref, effect, keepEvidence)));
        all.addAll(beside);
        if (letsClaim(events, effects)) {
          all.add(new Effect.Hint(bell.hint()));
        }
        yield Decision.accepted(ref, all);
      }
    };
  }

  /** Whether a run waits that did not, or compute units are free that were not. */
  private static boolean letsClaim(List<RunEvent> events, List<RunEffect> effects) {
    return events.stream().anyMatch(RunEvent.Queued.class::isInstance)
        || effects.stream().anyMatch(RunEffect.ReleaseClaim.class::isInstance);
  }

  private Effect effect(
      SubjectRef<Run, RunEvent> ref, RunEffect effect, Supplier<Effect> keepEvidence) {
    return switch (effect) {
      case RunEffect.ReleaseClaim _ -> OwnedClaims.release(ref.id());
      case RunEffect.RememberStop(CancelAsk stop) -> stops.remember(ref.id(), stop);
      case RunEffect.KeepEvidence _ -> keepEvidence.get();
      case RunEffect.LookAgain(var at) -> new Effect.SetTimer(ref, LEASE, at);
      case RunEffect.StopLooking _ -> new Effect.ClearTimer(ref, LEASE);
    };
  }
}
