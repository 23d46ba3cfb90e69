package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.messaging.Effect;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.Timer;
import io.weirworks.scheduler.workflowinstance.Effect.ClearTimer;
import io.weirworks.scheduler.workflowinstance.Effect.SetTimer;
import io.weirworks.scheduler.workflowinstance.Fact;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceDecision;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.WorkflowInstanceCompleted;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How the timers are kept by which the core notices that the executor does not answer (R14): as one
 * row for all node instances of a workflow instance. Each of them would be set and cleared within
 * moments, two writes for nothing; this one is set with the first of them, is due with the earliest
 * and is set again, when it fires, as long as an answer is owed. It is cleared with the workflow
 * instance's end (R17).
 *
 * @param due when it is due; null: it is not set
 */
record ExecutorWatch(WorkflowInstanceId workflowInstance, @Nullable Instant due) {

  /** The kind of the timer, of the workflow instance. */
  static final String KIND = "EXECUTOR_ANSWERS";

  /** Whether this is a node instance's timer that is kept so. */
  static boolean keeps(io.weirworks.scheduler.workflowinstance.Effect effect) {
    return switch (effect) {
      case SetTimer(var _, Timer(Timer.Kind kind, var _)) -> kind == Timer.Kind.EXECUTOR_ANSWER;
      case ClearTimer(var _, Timer.Kind kind) -> kind == Timer.Kind.EXECUTOR_ANSWER;
      case io.weirworks.scheduler.workflowinstance.Effect _ -> false;
    };
  }

  /** What a decision changes of it. */
  Stream<Effect> follow(WorkflowInstanceDecision.Accepted accepted) {
    if (ends(accepted)) {
      return due == null ? Stream.empty() : set(null);
    }
    return earliest(accepted)
        .filter(answer -> due == null || answer.isBefore(due))
        .map(this::set)
        .orElseGet(Stream::empty);
  }

  private static boolean ends(WorkflowInstanceDecision.Accepted accepted) {
    return accepted.facts().stream()
        .anyMatch(
            fact ->
                fact instanceof Fact.OfWorkflowInstance it
                    && it.event() instanceof WorkflowInstanceCompleted);
  }

  private static Optional<Instant> earliest(WorkflowInstanceDecision.Accepted accepted) {
    return accepted.effects().stream()
        .filter(ExecutorWatch::keeps)
        .flatMap(
            effect ->
                effect instanceof SetTimer(var _, Timer timer)
                    ? Stream.of(timer.due())
                    : Stream.empty())
        .min(Comparator.naturalOrder());
  }

  /** Sets it anew; null: clears it. */
  Stream<Effect> set(@Nullable Instant next) {
    var subject = WorkflowInstanceKind.ref(workflowInstance);
    return Stream.of(
        new Effect.Change<>(subject, new WorkflowInstanceChange.ExecutorWatched(next)),
        next == null
            ? new Effect.ClearTimer(subject, KIND)
            : new Effect.SetTimer(subject, KIND, next));
  }
}
