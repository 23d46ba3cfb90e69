package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.controlflow.Inputs;
import io.weirworks.scheduler.instance.AwaitedInstances;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeInstanceEvent;
import io.weirworks.scheduler.instance.NodeInstanceEvent.CancellationRequested;
import io.weirworks.scheduler.instance.NodeInstanceEvent.DispatchRepeated;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceDispatched;
import io.weirworks.scheduler.instance.NodeInstanceEvent.OutcomesAwaited;
import io.weirworks.scheduler.instance.Operation;
import io.weirworks.scheduler.instance.Timer;
import io.weirworks.scheduler.parameter.ParameterValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What follows from a node instance's event: commands from the event, timers from the difference of
 * the states.
 */
final class NodeEffects {

  private NodeEffects() {}

  static List<Effect> of(NodeInstance before, NodeInstance after, NodeInstanceEvent event) {
    List<Effect> effects = new ArrayList<>();
    commands(after, event).forEach(effects::add);
    Operation.of(before, event)
        .map(operation -> new Effect.LogOperation(after.id().value(), operation))
        .ifPresent(effects::add);
    Optional<Timer> old = before.timer();
    Optional<Timer> current = after.timer();
    if (!old.equals(current)) {
      old.ifPresent(timer -> effects.add(new Effect.ClearTimer(after.id(), timer.kind())));
      current.ifPresent(timer -> effects.add(new Effect.SetTimer(after.id(), timer)));
    }
    return effects;
  }

  /** Whether the effect is an outgoing record; a timer is a row. */
  static boolean isRecord(Effect effect) {
    return switch (effect) {
      case Effect.DispatchRun _,
          Effect.StopRun _,
          Effect.AwaitOutcome _,
          Effect.ReportWorkflowInstance _ ->
          true;
      case Effect.SetTimer _, Effect.ClearTimer _, Effect.LogOperation _ -> false;
    };
  }

  private static Stream<Effect> commands(NodeInstance node, NodeInstanceEvent event) {
    return switch (event) {
      case NodeInstanceDispatched it -> Stream.of(dispatch(node, it.parameters(), it.inputs()));
      case DispatchRepeated it -> Stream.of(dispatch(node, it.parameters(), it.inputs()));
      case CancellationRequested(String reason) ->
          Stream.of(new Effect.StopRun(node.runId(), node.id(), reason));
      case OutcomesAwaited(AwaitedInstances awaited, var _) ->
          awaited.open().stream().map(open -> new Effect.AwaitOutcome(node.id(), open));
      case NodeInstanceEvent.Told _, NodeInstanceEvent.Untold _ -> Stream.empty();
    };
  }

  private static Effect dispatch(NodeInstance node, ParameterValues parameters, Inputs inputs) {
    return new Effect.DispatchRun(
        node.runId(),
        node.id(),
        node.nodeId(),
        node.attempt(),
        node.interventions().priority(),
        parameters,
        inputs);
  }
}
