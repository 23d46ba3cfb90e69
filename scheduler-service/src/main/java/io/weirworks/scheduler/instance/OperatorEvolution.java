package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.instance.NodeState.NotRun;
import io.weirworks.scheduler.instance.NodeState.Success;
import io.weirworks.scheduler.instance.NodeState.WaitOutcomes;
import java.time.Instant;
import java.util.List;

/** Applies what operators did; all judgement is in the decision that made the events. */
final class OperatorEvolution {

  private OperatorEvolution() {}

  static NodeInstance evolve(NodeInstance node, OperatorEvent event) {
    Interventions before = node.interventions();
    return switch (event) {
      case OperatorEvent.NodeInstanceReset it ->
          node.with(before.rerunAfter(node.attempt()))
              .with(node.runSequence(), new NotRun(it.openUpstreams().size()));
      case OperatorEvent.NodeInstanceSetSuccess _ ->
          node.with(node.runSequence(), new Success(Completion.PLAIN));
      case OperatorEvent.NodeInstanceFrozen _ -> node.with(before.withFrozen(true));
      case OperatorEvent.NodeInstanceUnfrozen _ -> node.with(before.withFrozen(false));
      case OperatorEvent.NodeInstancePriorityChanged it ->
          node.with(before.withPriority(it.priority()));
      case OperatorEvent.NodeInstanceDependencyRemoved it ->
          waitingFor(node, it.openUpstreams()).with(before.without(it.upstreams()));
      case OperatorEvent.NodeInstanceDetached it -> detached(node, it.awaited());
      case OperatorEvent.NodeInstanceForceStarted _ -> node;
    };
  }

  private static NodeInstance detached(NodeInstance node, AwaitedInstances left) {
    return node.state() instanceof WaitOutcomes(Instant since, var _)
        ? node.with(node.runSequence(), new WaitOutcomes(since, left))
        : node;
  }

  private static NodeInstance waitingFor(NodeInstance node, List<NodeId> open) {
    return node.state() instanceof NotRun
        ? node.with(node.runSequence(), new NotRun(open.size()))
        : node;
  }
}
