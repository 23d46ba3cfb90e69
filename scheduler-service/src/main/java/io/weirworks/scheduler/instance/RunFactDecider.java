package io.weirworks.scheduler.instance;

import static java.util.stream.Collectors.toMap;

import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.controlflow.Fault;
import io.weirworks.scheduler.controlflow.Inputs;
import io.weirworks.scheduler.controlflow.OutputValue;
import io.weirworks.scheduler.controlflow.RunOutput;
import io.weirworks.scheduler.controlflow.Steering;
import io.weirworks.scheduler.controlflow.Verdict;
import io.weirworks.scheduler.decision.Decision;
import io.weirworks.scheduler.instance.NodeInstanceEvent.DispatchRepeated;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceCancelled;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceFailed;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceStarted;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceSucceeded;
import io.weirworks.scheduler.instance.NodeInstanceEvent.RunConfirmed;
import io.weirworks.scheduler.instance.NodeInstanceEvent.RunObserved;
import io.weirworks.scheduler.instance.NodeInstanceEvent.RunQueued;
import io.weirworks.scheduler.instance.NodeInstanceEvent.RunUnconfirmed;
import io.weirworks.scheduler.instance.NodeState.Cancelling;
import io.weirworks.scheduler.instance.NodeState.OnItsWay;
import io.weirworks.scheduler.instance.NodeState.Running;
import io.weirworks.scheduler.instance.NodeState.Unconfirmed;
import io.weirworks.scheduler.instance.NodeState.WaitResource;
import io.weirworks.scheduler.instance.NodeState.WithRun;
import io.weirworks.scheduler.parameter.ParameterValues;
import io.weirworks.scheduler.parameter.Result;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decides on what the executor tells. A run's first terminal fact ends the attempt, later ones find
 * no run (I1); after a cancellation nothing starts and nothing is rerun (R6), but a run that had
 * already succeeded did succeed.
 */
final class RunFactDecider {

  private RunFactDecider() {}

  static Decision<NodeInstanceEvent> decide(
      NodeInstance node, NodeInstancePlan plan, RunFact fact, Instant now) {
    boolean stale = fact.attempt() != node.attempt() || fact.sequence() <= node.runSequence();
    if (stale || !(node.state() instanceof WithRun run)) {
      return Decision.nothing();
    }
    return switch (fact) {
      case RunFact.Queued it -> Decision.of(queued(run, it));
      case RunFact.Started it -> Decision.of(started(run, plan, it));
      case RunFact.Unconfirmed it -> Decision.of(unconfirmed(run, it));
      case RunFact.Succeeded it -> succeeded(node, run, plan, it, now);
      case RunFact.Failed it -> failed(node, run, plan, it, now);
      case RunFact.Cancelled it -> Decision.of(cancelled(run, it, it.startedAt(), it.endedAt()));
      case RunFact.Refused it -> Decision.of(refused(run, plan, it, now));
    };
  }

  private static NodeInstanceEvent queued(WithRun run, RunFact.Queued fact) {
    return switch (run) {
      case WaitResource _ -> new RunQueued(fact.sequence());
      case Unconfirmed(OnItsWay before) -> queued(before, fact);
      case Running _, Cancelling _ -> new RunObserved(fact.sequence());
    };
  }

  private static NodeInstanceEvent started(
      WithRun run, NodeInstancePlan plan, RunFact.Started fact) {
    return switch (run) {
      case WaitResource _ ->
          new NodeInstanceStarted(
              fact.attempt(),
              fact.sequence(),
              fact.startedAt(),
              fact.startedAt().plus(plan.definition().timeout()));
      case Unconfirmed(WaitResource before) -> started(before, plan, fact);
      case Unconfirmed(Running _) -> new RunConfirmed(fact.sequence());
      case Running _, Cancelling _ -> new RunObserved(fact.sequence());
    };
  }

  private static NodeInstanceEvent unconfirmed(WithRun run, RunFact.Unconfirmed fact) {
    return switch (run) {
      case OnItsWay _ -> new RunUnconfirmed(fact.sequence());
      case Unconfirmed _, Cancelling _ -> new RunObserved(fact.sequence());
    };
  }

  /** A run whose output breaks its node's rule is a failed attempt like another. */
  private static Decision<NodeInstanceEvent> succeeded(
      NodeInstance node, WithRun run, NodeInstancePlan plan, RunFact.Succeeded fact, Instant now) {
    Steering steering = plan.definition().steering();
    return switch (steering.outputRule().judge(fact.output())) {
      case Verdict.Value<RunOutput>(RunOutput output) ->
          Decision.of(
              new NodeInstanceSucceeded(
                  fact.attempt(),
                  fact.sequence(),
                  false,
                  startedAt(run, fact.startedAt()),
                  fact.endedAt(),
                  Completion.of(handedOn(steering, output))));
      case Verdict.Faulty<RunOutput>(Fault fault) ->
          failed(
              node,
              run,
              plan,
              new RunFact.Failed(
                  fact.attempt(),
                  fact.sequence(),
                  RunFact.Cause.ERROR,
                  fault.code().code(),
                  fault.message(),
                  null,
                  fact.startedAt(),
                  fact.endedAt()),
              now);
    };
  }

  private static Map<String, OutputValue> handedOn(Steering steering, RunOutput output) {
    OutputValue value = output.value();
    return value == null
        ? Map.of()
        : steering.outputs().stream().distinct().collect(toMap(name -> name, _ -> value));
  }

  private static Decision<NodeInstanceEvent> failed(
      NodeInstance node, WithRun run, NodeInstancePlan plan, RunFact.Failed fact, Instant now) {
    Instant startedAt = startedAt(run, fact.startedAt());
    return run instanceof Cancelling
        ? Decision.of(cancelled(run, fact, fact.startedAt(), fact.endedAt()))
        : new Decision.Accepted<>(FailedAttempt.ofRun(node, plan, fact, startedAt, now));
  }

  /** A refusal for good would be refused again: no rerun. */
  private static NodeInstanceEvent refused(
      WithRun run, NodeInstancePlan plan, RunFact.Refused fact, Instant now) {
    if (run instanceof Cancelling) {
      return cancelled(run, fact, null, now);
    }
    boolean again = fact.code().equals(RunFact.Refused.NOT_YET_KNOWN);
    return again
            && plan.values() instanceof Result.Value<ParameterValues>(ParameterValues values)
            && plan.surroundings().inputs() instanceof Verdict.Value<Inputs>(Inputs inputs)
        ? new DispatchRepeated(fact.sequence(), values, inputs)
        : new NodeInstanceFailed(
            fact.attempt(),
            fact.sequence(),
            fact.code(),
            fact.message(),
            null,
            run.startedAt(),
            now);
  }

  private static NodeInstanceEvent cancelled(
      WithRun run, RunFact fact, @Nullable Instant startedAt, Instant endedAt) {
    String reason = run instanceof Cancelling cancelling ? cancelling.reason() : null;
    return new NodeInstanceCancelled(
        fact.attempt(), fact.sequence(), reason, startedAt(run, startedAt), endedAt);
  }

  private static @Nullable Instant startedAt(WithRun run, @Nullable Instant told) {
    return told == null ? run.startedAt() : told;
  }
}
