package io.weirworks.scheduler.instance.adapter;

import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.instance.AwaitedInstances;
import io.weirworks.scheduler.instance.LoopStop;
import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeInstanceEvent;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.instance.Wait;
import io.weirworks.scheduler.parameter.ParameterValues;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lists show of a node instance's way and no decision needs.
 *
 * @param blockedBy upstream instances that it waits for, in the definition's order
 * @param waiting why it has not ended, as of the last change (I5); null: it has
 */
record NodeProgress(
    List<String> blockedBy,
    ParameterValues parameters,
    NodeTimes times,
    @Nullable Wait waiting,
    boolean cancelRequested) {

  NodeProgress {
    blockedBy = List.copyOf(blockedBy);
  }

  static NodeProgress created(NodeInstance node, List<String> blockedBy, Instant at) {
    return new NodeProgress(
        blockedBy, ParameterValues.none(), NodeTimes.NONE, waitOf(node, at), false);
  }

  NodeProgress after(NodeInstanceEvent event, NodeInstance node, Instant at) {
    return new NodeProgress(
        blockedAfter(event, node),
        event instanceof NodeInstanceEvent.NodeInstanceDispatched dispatched
            ? dispatched.parameters()
            : parameters,
        times.after(event, node.state(), at),
        waitOf(node, at),
        cancelRequested || isCancellation(event));
  }

  private List<String> blockedAfter(NodeInstanceEvent event, NodeInstance node) {
    if (node.state() instanceof NodeState.Ended) {
      return List.of();
    }
    if (node.state() instanceof NodeState.WaitOutcomes(var _, AwaitedInstances awaited)) {
      return awaited.open().stream().map(open -> open.nodeInstance().value().toString()).toList();
    }
    NodeId upstream =
        switch (event) {
          case NodeInstanceEvent.UpstreamSucceeded(NodeId succeeded) -> succeeded;
          case NodeInstanceEvent.UpstreamEnded(NodeId ended, int _) -> ended;
          case NodeInstanceEvent.Told _, NodeInstanceEvent.Untold _ -> null;
        };
    if (upstream == null) {
      return blockedBy;
    }
    String done = node.beside(upstream).value().toString();
    return blockedBy.stream().filter(id -> !id.equals(done)).toList();
  }

  private static boolean isCancellation(NodeInstanceEvent event) {
    return event instanceof NodeInstanceEvent.CancellationRequested
        || (event instanceof NodeInstanceEvent.LoopStopRequested(LoopStop stop) && !stop.timedOut())
        || event instanceof NodeInstanceEvent.NodeInstanceCancelled;
  }

  private static @Nullable Wait waitOf(NodeInstance node, Instant at) {
    return node.state().waitsFor(at).orElse(null);
  }
}
