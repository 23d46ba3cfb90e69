package io.weirworks.scheduler.instance.adapter;

import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.instance.AwaitedInstances;
import io.weirworks.scheduler.instance.LoopStop;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeInstanceEvent;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.instance.OperatorEvent;
import io.weirworks.scheduler.instance.Wait;
import io.weirworks.scheduler.parameter.ParameterValues;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lists show of a node instance's way and no decision needs.
 *
 * @param blockedBy upstream instances that it waits for, in the definition's order
 * @param setSuccess it succeeded because an operator said so
 * @param waiting why it has not ended, as of the last change (I5); null: it has
 * @param waitingSince since when it waits for that reason; null: it has ended, or began to wait
 *     before this was kept
 */
record NodeProgress(
    List<String> blockedBy,
    ParameterValues parameters,
    NodeTimes times,
    @Nullable Wait waiting,
    @Nullable Instant waitingSince,
    boolean cancelRequested,
    boolean setSuccess) {

  NodeProgress {
    blockedBy = List.copyOf(blockedBy);
  }

  static NodeProgress created(NodeInstance node, List<String> blockedBy, Instant at) {
    Wait wait = waitOf(node, at);
    return new NodeProgress(
        blockedBy,
        ParameterValues.none(),
        NodeTimes.NONE,
        wait,
        wait == null ? null : at,
        false,
        false);
  }

  NodeProgress after(NodeInstanceEvent event, NodeInstance node, Instant at) {
    Wait wait = waitOf(node, at);
    return new NodeProgress(
        blockedAfter(event, node),
        event instanceof NodeInstanceEvent.NodeInstanceDispatched dispatched
            ? dispatched.parameters()
            : parameters,
        times.after(event, node.state(), at),
        wait,
        sinceOf(wait, at),
        isCancellation(event) || (cancelRequested && !isReset(event)),
        event instanceof OperatorEvent.NodeInstanceSetSuccess || (setSuccess && !isReset(event)));
  }

  private static boolean isReset(NodeInstanceEvent event) {
    return event instanceof OperatorEvent.NodeInstanceReset;
  }

  private List<String> blockedAfter(NodeInstanceEvent event, NodeInstance node) {
    if (node.state() instanceof NodeState.Ended) {
      return List.of();
    }
    if (node.state() instanceof NodeState.WaitOutcomes(var _, AwaitedInstances awaited)) {
      return awaited.open().stream().map(open -> open.nodeInstance().value().toString()).toList();
    }
    return switch (event) {
      case NodeInstanceEvent.UpstreamSucceeded(NodeId succeeded) -> without(node, succeeded);
      case NodeInstanceEvent.UpstreamEnded(NodeId ended, int _) -> without(node, ended);
      case NodeInstanceEvent.UpstreamsCounted(List<NodeId> open) -> ids(node, open);
      case OperatorEvent.NodeInstanceReset it -> ids(node, it.openUpstreams());
      case OperatorEvent.NodeInstanceDependencyRemoved it -> ids(node, it.openUpstreams());
      case NodeInstanceEvent.Told _, NodeInstanceEvent.Untold _ ->
          node.state() instanceof NodeState.NotRun ? blockedBy : List.of();
    };
  }

  private List<String> without(NodeInstance node, NodeId upstream) {
    String done = node.beside(upstream).value().toString();
    return blockedBy.stream().filter(id -> !id.equals(done)).toList();
  }

  private static List<String> ids(NodeInstance node, List<NodeId> upstreams) {
    return upstreams.stream().map(upstream -> node.beside(upstream).value().toString()).toList();
  }

  private static boolean isCancellation(NodeInstanceEvent event) {
    return event instanceof NodeInstanceEvent.CancellationRequested
        || (event instanceof NodeInstanceEvent.LoopStopRequested(LoopStop stop) && !stop.timedOut())
        || event instanceof NodeInstanceEvent.NodeInstanceCancelled;
  }

  private @Nullable Instant sinceOf(@Nullable Wait now, Instant at) {
    if (now == null) {
      return null;
    }
    return waiting != null && waiting.reason() == now.reason() ? waitingSince : at;
  }

  private static @Nullable Wait waitOf(NodeInstance node, Instant at) {
    return node.waitsFor(at).orElse(null);
  }
}
