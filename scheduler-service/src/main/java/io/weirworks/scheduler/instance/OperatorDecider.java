package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.decision.Decision;
import io.weirworks.scheduler.decision.Rejection;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.instance.NodeState.Ended;
import io.weirworks.scheduler.instance.NodeState.Looping;
import io.weirworks.scheduler.instance.NodeState.NotRun;
import io.weirworks.scheduler.instance.NodeState.WaitOutcomes;
import io.weirworks.scheduler.instance.NodeState.WaitRerun;
import io.weirworks.scheduler.instance.NodeState.WaitSignal;
import io.weirworks.scheduler.instance.NodeState.WaitTime;
import io.weirworks.scheduler.instance.NodeState.WithRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Decides what operators ask of one node instance (dataworks-semantics 5.1). */
final class OperatorDecider {

  private OperatorDecider() {}

  static Decision<NodeInstanceEvent> decide(
      NodeInstance node, NodeInstancePlan plan, OperatorCommand command, Instant now) {
    Optional<Rejection> refusal = OperatorRefusal.of(node, plan, command);
    return refusal.isPresent()
        ? new Decision.Rejected<>(refusal.get())
        : new Decision.Accepted<>(events(node, plan, command, now));
  }

  private static List<NodeInstanceEvent> events(
      NodeInstance node, NodeInstancePlan plan, OperatorCommand command, Instant now) {
    return switch (command) {
      case OperatorCommand.SetSuccess(String comment) ->
          List.of(new OperatorEvent.NodeInstanceSetSuccess(now, comment));
      case OperatorCommand.Freeze(String comment) ->
          node.isFrozen() ? List.of() : List.of(new OperatorEvent.NodeInstanceFrozen(comment));
      case OperatorCommand.Unfreeze(String comment) ->
          node.isFrozen() ? unfreeze(node, plan, comment, now) : List.of();
      case OperatorCommand.ChangePriority(int priority, String comment) ->
          List.of(new OperatorEvent.NodeInstancePriorityChanged(priority, comment));
      case OperatorCommand.RemoveDependency it ->
          node.state() instanceof WaitOutcomes waiting
              ? AwaitDecider.detach(node, plan, waiting, it, now)
              : removeDependency(node, plan, it, now);
      case OperatorCommand.ForceStart(String comment) ->
          List.of(
              new OperatorEvent.NodeInstanceForceStarted(comment),
              node.state() instanceof WaitSignal
                  ? Turn.succeeded(node, Completion.PLAIN, now)
                  : Turn.begin(node, plan, now));
    };
  }

  /** What would have happened meanwhile happens now. */
  private static List<NodeInstanceEvent> unfreeze(
      NodeInstance node, NodeInstancePlan plan, @Nullable String comment, Instant now) {
    List<NodeInstanceEvent> events = new ArrayList<>();
    events.add(new OperatorEvent.NodeInstanceUnfrozen(comment));
    switch (node.state()) {
      case WaitTime(Instant due) when !due.isAfter(now) ->
          events.add(AwaitDecider.begin(node, plan, now));
      case WaitOutcomes(var _, AwaitedInstances awaited) when awaited.areSatisfied() ->
          events.add(Turn.begin(node, plan, now));
      case WaitRerun(Instant due, var _) when !due.isAfter(now) ->
          events.add(Turn.begin(node, plan, now));
      case WaitSignal _
          when plan.surroundings().signal().filter(it -> it.counts(now)).isPresent() ->
          events.add(Turn.succeeded(node, Completion.PLAIN, now));
      case NotRun _,
          WaitTime _,
          WaitOutcomes _,
          WaitRerun _,
          WaitSignal _,
          WithRun _,
          Looping _,
          Ended _ -> {}
    }
    return events;
  }

  private static List<NodeInstanceEvent> removeDependency(
      NodeInstance node,
      NodeInstancePlan plan,
      OperatorCommand.RemoveDependency command,
      Instant now) {
    List<NodeId> removed =
        plan.definition().upstreams().stream()
            .distinct()
            .filter(upstream -> command.upstreams().contains(node.beside(upstream)))
            .filter(upstream -> !node.interventions().detached().contains(upstream))
            .toList();
    if (removed.isEmpty()) {
      return List.of();
    }
    List<NodeId> open =
        plan.surroundings().openUpstreams().stream()
            .filter(upstream -> !removed.contains(upstream))
            .toList();
    List<NodeInstanceEvent> events = new ArrayList<>();
    events.add(new OperatorEvent.NodeInstanceDependencyRemoved(removed, open, command.comment()));
    if (open.isEmpty()) {
      events.add(Turn.come(node, plan, now));
    }
    return events;
  }
}
