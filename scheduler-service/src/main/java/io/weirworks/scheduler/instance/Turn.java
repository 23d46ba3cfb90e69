package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.controlflow.Control;
import io.weirworks.scheduler.controlflow.Fault;
import io.weirworks.scheduler.controlflow.Inputs;
import io.weirworks.scheduler.controlflow.ParameterHub;
import io.weirworks.scheduler.controlflow.Verdict;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceDispatched;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceFailed;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceSucceeded;
import io.weirworks.scheduler.instance.NodeInstanceEvent.ScheduledTimeAwaited;
import io.weirworks.scheduler.instance.NodeInstanceEvent.SignalAwaited;
import io.weirworks.scheduler.parameter.ParameterError;
import io.weirworks.scheduler.parameter.ParameterValues;
import io.weirworks.scheduler.parameter.Result;
import java.time.Instant;
import java.util.function.BiFunction;

/** What a node instance does when its upstream is done and, where it waits for it, its time is. */
final class Turn {
  private static final String FROZEN = "NodeFrozen";
  private static final String CONTENT_TOO_LARGE = "ContentTooLarge";

  /** What a command to the executor can carry, whatever the characters (DESIGN 3.5). */
  private static final int MAX_CHARACTERS = 1_200_000;

  private Turn() {}

  static NodeInstanceEvent come(NodeInstance node, NodeInstancePlan plan, Instant now) {
    Instant notBefore = plan.notBefore();
    if (notBefore != null && notBefore.isAfter(now)) {
      return new ScheduledTimeAwaited(notBefore);
    }
    return node.isFrozen() ? new ScheduledTimeAwaited(now) : AwaitDecider.begin(node, plan, now);
  }

  /** What a branch has left out does nothing, whatever else it would do (CONDITION_UNCHOOSE). */
  static NodeInstanceEvent begin(NodeInstance node, NodeInstancePlan plan, Instant now) {
    if (plan.surroundings().isLeftOut()) {
      return new NodeInstanceSucceeded(0, 0, true, null, now, Completion.UNCHOSEN);
    }
    return switch (plan.definition().work()) {
      case RUN -> dispatch(node, plan, now);
      case CONTROL -> steer(node, plan, now);
      case ZERO_LOAD -> succeeded(node, Completion.PLAIN, now);
      case DRY_RUN -> new NodeInstanceSucceeded(0, 0, true, null, now, Completion.PLAIN);
      case FROZEN ->
          new NodeInstanceFailed(
              0,
              0,
              FROZEN,
              "The node is frozen: it does not run, blocks its downstream.",
              null,
              null,
              now);
    };
  }

  static NodeInstanceEvent succeeded(NodeInstance node, Completion completion, Instant now) {
    return new NodeInstanceSucceeded(
        node.presentAttempt(), node.runSequence(), false, null, now, completion);
  }

  static NodeInstanceEvent failed(NodeInstance node, Fault fault, Instant now) {
    return failed(node, fault.code().code(), fault.message(), now);
  }

  private static NodeInstanceEvent failed(
      NodeInstance node, String code, String message, Instant now) {
    return new NodeInstanceFailed(
        node.presentAttempt(), node.runSequence(), code, message, null, null, now);
  }

  private static NodeInstanceEvent steer(NodeInstance node, NodeInstancePlan plan, Instant now) {
    return switch (plan.definition().steering().control()) {
      case Control.None _ -> succeeded(node, Completion.PLAIN, now);
      case Control.Choose(var branch) ->
          withValues(
              node,
              plan,
              now,
              (values, inputs) ->
                  branch
                      .choose(values, inputs)
                      .then(chosen -> new Verdict.Value<>(Completion.ofBranch(chosen))));
      case Control.HandOn _ ->
          withValues(
              node,
              plan,
              now,
              (values, inputs) ->
                  ParameterHub.handOn(plan.definition().steering().outputs(), values, inputs));
      case Control.Meet(var join) ->
          join.judge(plan.surroundings().ends())
              .map(fault -> failed(node, fault, now))
              .orElseGet(() -> succeeded(node, Completion.PLAIN, now));
      case Control.Repeat(var loop) -> LoopDecider.begin(node, plan, loop, now);
      case Control.AwaitSignal _ -> awaitSignal(node, plan, now);
    };
  }

  private static NodeInstanceEvent awaitSignal(
      NodeInstance node, NodeInstancePlan plan, Instant now) {
    boolean come = plan.surroundings().signal().filter(signal -> signal.counts(now)).isPresent();
    return come || !plan.awaitsSignal()
        ? succeeded(node, Completion.PLAIN, now)
        : new SignalAwaited(now);
  }

  private static NodeInstanceEvent withValues(
      NodeInstance node,
      NodeInstancePlan plan,
      Instant now,
      BiFunction<ParameterValues, Inputs, Verdict<Completion>> rule) {
    return switch (plan.values()) {
      case Result.Refused<ParameterValues>(ParameterError error) -> refused(node, error, now);
      case Result.Value<ParameterValues>(ParameterValues values) ->
          switch (plan.surroundings().inputs().then(inputs -> rule.apply(values, inputs))) {
            case Verdict.Value<Completion>(Completion completion) ->
                succeeded(node, completion, now);
            case Verdict.Faulty<Completion>(Fault fault) -> failed(node, fault, now);
          };
    };
  }

  private static NodeInstanceEvent dispatch(NodeInstance node, NodeInstancePlan plan, Instant now) {
    return switch (plan.values()) {
      case Result.Refused<ParameterValues>(ParameterError error) -> refused(node, error, now);
      case Result.Value<ParameterValues>(ParameterValues values) ->
          switch (plan.surroundings().inputs()) {
            case Verdict.Faulty<Inputs>(Fault fault) -> failed(node, fault, now);
            case Verdict.Value<Inputs>(Inputs inputs) -> dispatch(node, plan, values, inputs, now);
          };
    };
  }

  private static NodeInstanceEvent dispatch(
      NodeInstance node,
      NodeInstancePlan plan,
      ParameterValues values,
      Inputs inputs,
      Instant now) {
    return switch (inputs.length(plan.definition().code(), values)) {
      case Verdict.Faulty<Long>(Fault fault) -> failed(node, fault, now);
      case Verdict.Value<Long>(Long characters) ->
          characters > MAX_CHARACTERS
              ? failed(
                  node,
                  CONTENT_TOO_LARGE,
                  "With its parameters put in, the code has %d characters; %d is the most."
                      .formatted(characters, MAX_CHARACTERS),
                  now)
              : new NodeInstanceDispatched(node.attempt() + 1, values, inputs, now);
    };
  }

  private static NodeInstanceEvent refused(NodeInstance node, ParameterError error, Instant now) {
    return failed(node, error.code().code(), error.expression() + ": " + error.message(), now);
  }
}
