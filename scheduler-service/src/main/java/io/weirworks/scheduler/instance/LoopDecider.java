package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.controlflow.Control;
import io.weirworks.scheduler.controlflow.Fault;
import io.weirworks.scheduler.controlflow.FaultCode;
import io.weirworks.scheduler.controlflow.Inputs;
import io.weirworks.scheduler.controlflow.Loop;
import io.weirworks.scheduler.controlflow.LoopProgress;
import io.weirworks.scheduler.controlflow.LoopVariables;
import io.weirworks.scheduler.controlflow.OutputValue;
import io.weirworks.scheduler.controlflow.Verdict;
import io.weirworks.scheduler.decision.Decision;
import io.weirworks.scheduler.instance.NodeInstanceEvent.LoopAdvanced;
import io.weirworks.scheduler.instance.NodeInstanceEvent.LoopStarted;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceCancelled;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceFailed;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceSucceeded;
import io.weirworks.scheduler.instance.NodeState.Looping;
import io.weirworks.scheduler.instance.NodeState.WaitRerun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Decides for a loop node (dataworks-semantics 4.6, 4.7). An automatic rerun goes on at the loop
 * that failed; whatever else begins it begins at loop 1.
 */
final class LoopDecider {
  private static final String TIMED_OUT = "TimedOut";

  private LoopDecider() {}

  static NodeInstanceEvent begin(NodeInstance node, NodeInstancePlan plan, Loop loop, Instant now) {
    return switch (plan.surroundings().inputs().then(inputs -> last(loop, inputs))) {
      case Verdict.Faulty<Integer>(Fault fault) -> Turn.failed(node, fault, now);
      case Verdict.Value<Integer>(Integer last) -> {
        LoopProgress progress = from(node, last).advanced(loop);
        yield progress.isOver()
            ? Turn.succeeded(node, Completion.PLAIN, now)
            : new LoopStarted(
                node.attempt() + 1, progress, now, now.plus(plan.definition().timeout()));
      }
    };
  }

  private static LoopProgress from(NodeInstance node, int last) {
    return node.state() instanceof WaitRerun(var _, LoopProgress stopped) && stopped != null
        ? stopped
        : LoopProgress.first(last);
  }

  /** The last loop that there can be. */
  private static Verdict<Integer> last(Loop loop, Inputs inputs) {
    return switch (loop) {
      case Loop.DoWhile it -> new Verdict.Value<>(it.maxIterations());
      case Loop.ForEach it ->
          switch (inputs.values().get(LoopVariables.ARRAY)) {
            case null ->
                Verdict.fault(FaultCode.INPUT_MISSING, "The for-each has no loopDataArray.");
            case OutputValue.Text _ ->
                Verdict.fault(
                    FaultCode.INPUT_MISSING,
                    "loopDataArray is a text; a for-each goes through elements or rows.");
            case OutputValue.Elements array ->
                new Verdict.Value<>(Math.min(array.length(), it.maxIterations()));
            case OutputValue.Table array ->
                new Verdict.Value<>(Math.min(array.length(), it.maxIterations()));
          };
    };
  }

  static Decision<NodeInstanceEvent> endIteration(
      NodeInstance node,
      NodeInstancePlan plan,
      NodeInstanceCommand.EndIteration ended,
      Instant now) {
    if (!(node.state() instanceof Looping looping)
        || !(plan.definition().steering().control() instanceof Control.Repeat(Loop loop))
        || !looping.progress().running().containsKey(ended.number())) {
      return Decision.nothing();
    }
    LoopProgress after = after(loop, looping, ended);
    if (!after.isOver()) {
      return Decision.of(new LoopAdvanced(after));
    }
    List<NodeInstanceEvent> events = new ArrayList<>(List.of(new LoopAdvanced(after)));
    events.addAll(
        goesBeyondItsLimit(loop, looping, ended)
            ? List.of(failed(node, looping, limitExceeded(loop), now))
            : end(node, plan, looping, after, ended.said(), now));
    return new Decision.Accepted<>(events);
  }

  private static LoopProgress after(
      Loop loop, Looping looping, NodeInstanceCommand.EndIteration ended) {
    LoopProgress progress = looping.progress();
    return switch (ended.said()) {
      case Verdict.Faulty<Boolean> _ -> progress.ended(loop, ended.number(), false).advanced(loop);
      case Verdict.Value<Boolean>(Boolean goesOn) ->
          switch (loop) {
            case Loop.DoWhile _ -> progress.said(ended.number(), goesOn && looping.stop() == null);
            case Loop.ForEach _ -> progress.ended(loop, ended.number(), true).advanced(loop);
          };
    };
  }

  private static boolean goesBeyondItsLimit(
      Loop loop, Looping looping, NodeInstanceCommand.EndIteration ended) {
    return loop instanceof Loop.DoWhile
        && looping.stop() == null
        && ended.said().equals(new Verdict.Value<>(true));
  }

  private static Fault limitExceeded(Loop loop) {
    return new Fault(
        FaultCode.LOOP_LIMIT_EXCEEDED,
        "END said True after loop %d, which is the last that is allowed."
            .formatted(loop.maxIterations()));
  }

  private static List<NodeInstanceEvent> end(
      NodeInstance node,
      NodeInstancePlan plan,
      Looping looping,
      LoopProgress after,
      Verdict<Boolean> said,
      Instant now) {
    LoopStop stop = looping.stop();
    if (stop != null) {
      return List.of(
          stop.timedOut()
              ? failed(node, looping, TIMED_OUT, timedOut(plan), now)
              : new NodeInstanceCancelled(
                  node.attempt(), node.runSequence(), stop.reason(), looping.startedAt(), now));
    }
    if (after.failed().isEmpty()) {
      return List.of(
          new NodeInstanceSucceeded(
              node.attempt(),
              node.runSequence(),
              false,
              looping.startedAt(),
              now,
              Completion.PLAIN));
    }
    NodeInstanceFailed failed = failed(node, looping, loopsFailed(after, said), now);
    return new FailedAttempt(node, plan.definition().rerun(), failed, now).whatFollows();
  }

  private static Fault loopsFailed(LoopProgress after, Verdict<Boolean> said) {
    String failed = after.failed().stream().map(String::valueOf).collect(Collectors.joining(", "));
    String why = said instanceof Verdict.Faulty<Boolean>(Fault fault) ? " " + fault.message() : "";
    return new Fault(
        FaultCode.LOOP_FAILED,
        (after.failed().size() == 1 ? "Loop %s failed." : "Loops %s failed.").formatted(failed)
            + why);
  }

  private static String timedOut(NodeInstancePlan plan) {
    return "The loop ran longer than its timeout of %d seconds."
        .formatted(plan.definition().timeout().toSeconds());
  }

  private static NodeInstanceFailed failed(
      NodeInstance node, Looping looping, Fault fault, Instant now) {
    return failed(node, looping, fault.code().code(), fault.message(), now);
  }

  private static NodeInstanceFailed failed(
      NodeInstance node, Looping looping, String code, String message, Instant now) {
    return new NodeInstanceFailed(
        node.attempt(), node.runSequence(), code, message, null, looping.startedAt(), now);
  }
}
