package io.weirworks.scheduler.instance.adapter;

import io.weirworks.scheduler.instance.NodeInstanceEvent;
import io.weirworks.scheduler.instance.NodeState;
import io.weirworks.scheduler.instance.OperatorEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a node instance got where (dataworks-semantics 3.5); null: it has not.
 *
 * @param waitTimeAt its upstreams had all succeeded
 * @param waitResourceAt the latest attempt was handed to the executor
 * @param startedAt the latest attempt began to run
 */
record NodeTimes(
    @Nullable Instant waitTimeAt,
    @Nullable Instant waitResourceAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  static final NodeTimes NONE = new NodeTimes(null, null, null, null);

  NodeTimes after(NodeInstanceEvent event, NodeState state, Instant at) {
    Instant released = waitTimeAt == null && released(event, state) ? at : waitTimeAt;
    return switch (event) {
      case NodeInstanceEvent.NodeInstanceDispatched it ->
          new NodeTimes(released, it.at(), null, null);
      case NodeInstanceEvent.NodeInstanceStarted it ->
          new NodeTimes(released, waitResourceAt, it.startedAt(), null);
      case NodeInstanceEvent.NodeInstanceSucceeded it ->
          new NodeTimes(released, waitResourceAt, it.startedAt(), it.endedAt());
      case NodeInstanceEvent.NodeInstanceFailed it ->
          new NodeTimes(released, waitResourceAt, it.startedAt(), it.endedAt());
      case NodeInstanceEvent.NodeInstanceCancelled it ->
          new NodeTimes(released, waitResourceAt, it.startedAt(), it.endedAt());
      case NodeInstanceEvent.LoopStarted it ->
          new NodeTimes(released, waitResourceAt, it.startedAt(), null);
      case OperatorEvent.NodeInstanceReset _ ->
          new NodeTimes(back(event, state, at), null, null, null);
      case OperatorEvent.NodeInstanceSetSuccess it ->
          new NodeTimes(released, waitResourceAt, startedAt, it.endedAt());
      case NodeInstanceEvent.UpstreamsCounted _ ->
          new NodeTimes(back(event, state, at), waitResourceAt, startedAt, endedAt);
      case NodeInstanceEvent.NodeInstanceCreated _,
          NodeInstanceEvent.Operated _,
          NodeInstanceEvent.NodeRunFailed _,
          NodeInstanceEvent.RetriesExhausted _,
          NodeInstanceEvent.NodeInstanceRerunScheduled _,
          NodeInstanceEvent.NodeInstanceIsolated _,
          NodeInstanceEvent.Untold _ ->
          new NodeTimes(released, waitResourceAt, startedAt, endedAt);
    };
  }

  private static @Nullable Instant back(NodeInstanceEvent event, NodeState state, Instant at) {
    return released(event, state) ? at : null;
  }

  /** A node may be cancelled before its upstreams have succeeded. */
  private static boolean released(NodeInstanceEvent event, NodeState state) {
    boolean blocked = state instanceof NodeState.NotRun(int open) && open > 0;
    return !blocked && !(event instanceof NodeInstanceEvent.NodeInstanceCancelled);
  }
}
