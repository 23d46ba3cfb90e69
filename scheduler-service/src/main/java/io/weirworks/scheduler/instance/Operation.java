package io.weirworks.scheduler.instance;

import static java.util.stream.Collectors.joining;

import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.instance.NodeInstanceEvent.CancellationRequested;
import io.weirworks.scheduler.instance.NodeInstanceEvent.LoopStopRequested;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceCancelled;
import io.weirworks.scheduler.instance.NodeState.Looping;
import io.weirworks.scheduler.instance.NodeState.WithRun;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an operator did to an instance, as the operation log tells it (dataworks-semantics 5.1).
 *
 * @param detail what the kind alone does not say; null: nothing
 * @param comment why, as the command said; null: it did not say
 */
public record Operation(Kind kind, @Nullable String detail, @Nullable String comment) {

  /** What was done; a closed list. */
  public enum Kind {
    /** Run again by itself. */
    RERUN,
    /** Run again as downstream of another; the detail is that node's id. */
    RERUN_DOWNSTREAM,
    SET_SUCCESS,
    FREEZE,
    UNFREEZE,
    /** The detail is the new one. */
    CHANGE_PRIORITY,
    /** The detail is the ids of the upstream nodes. */
    REMOVE_DEPENDENCY,
    FORCE_START,
    /** Cancelled. */
    STOP
  }

  /** Somebody cancelled it. */
  public static Operation stop(@Nullable String reason) {
    return new Operation(Kind.STOP, null, reason);
  }

  /** The operation that an event tells of a node instance; empty where it tells none. */
  public static Optional<Operation> of(NodeInstance before, NodeInstanceEvent event) {
    return switch (event) {
      case OperatorEvent it -> Optional.of(of(before, it));
      case CancellationRequested(String reason) -> Optional.of(stop(reason));
      case LoopStopRequested(LoopStop stop) ->
          stop.timedOut() ? Optional.empty() : Optional.of(stop(stop.reason()));
      case NodeInstanceCancelled it ->
          before.state() instanceof WithRun || before.state() instanceof Looping
              ? Optional.empty() // it was asked for before, or happened at the engine
              : Optional.of(stop(it.reason()));
      case NodeInstanceEvent.Told _, NodeInstanceEvent.Untold _ -> Optional.empty();
    };
  }

  private static Operation of(NodeInstance node, OperatorEvent event) {
    return switch (event) {
      case OperatorEvent.NodeInstanceReset(NodeId of, var _, String comment) ->
          of.equals(node.nodeId())
              ? new Operation(Kind.RERUN, null, comment)
              : new Operation(Kind.RERUN_DOWNSTREAM, of.value(), comment);
      case OperatorEvent.NodeInstanceSetSuccess(var _, String comment) ->
          new Operation(Kind.SET_SUCCESS, null, comment);
      case OperatorEvent.NodeInstanceFrozen(String comment) ->
          new Operation(Kind.FREEZE, null, comment);
      case OperatorEvent.NodeInstanceUnfrozen(String comment) ->
          new Operation(Kind.UNFREEZE, null, comment);
      case OperatorEvent.NodeInstancePriorityChanged(int priority, String comment) ->
          new Operation(Kind.CHANGE_PRIORITY, Integer.toString(priority), comment);
      case OperatorEvent.NodeInstanceDependencyRemoved(
              List<NodeId> upstreams,
              var _,
              String comment) ->
          new Operation(
              Kind.REMOVE_DEPENDENCY,
              upstreams.stream().map(NodeId::value).collect(joining(", ")),
              comment);
      case OperatorEvent.NodeInstanceDetached(var upstreams, var _, String comment) ->
          new Operation(
              Kind.REMOVE_DEPENDENCY,
              upstreams.stream().map(id -> id.value().toString()).collect(joining(", ")),
              comment);
      case OperatorEvent.NodeInstanceForceStarted(String comment) ->
          new Operation(Kind.FORCE_START, null, comment);
    };
  }
}
