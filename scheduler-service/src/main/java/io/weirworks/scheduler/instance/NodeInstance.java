package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.identity.Iteration;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.NodeInstanceId;
import io.weirworks.scheduler.identity.RunId;
import io.weirworks.scheduler.identity.WorkflowInstanceId;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceCreated;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A node instance as it is stored. What it does is in the pinned version of the definition; here is
 * how far it is.
 *
 * @param iteration which turn of a loop it belongs to; null: it is in none
 * @param attempt the latest attempt; 0: it has not been handed to the executor
 * @param runSequence the highest sequence seen of the latest attempt's run; 0: none
 * @param sequence of its last told event (I4)
 * @param interventions what operators decided for it
 */
public record NodeInstance(
    NodeInstanceId id,
    WorkflowInstanceId workflowInstanceId,
    NodeId nodeId,
    @Nullable Iteration iteration,
    int attempt,
    long runSequence,
    NodeState state,
    long sequence,
    Interventions interventions) {

  /** The instance that its first event makes. */
  public static NodeInstance created(NodeInstanceId id, NodeInstanceCreated event) {
    return new NodeInstance(
        id,
        event.workflowInstance(),
        event.node(),
        event.iteration(),
        0,
        0,
        new NodeState.NotRun(event.upstreams()),
        1,
        Interventions.NONE);
  }

  /** The run of the latest attempt. */
  public RunId runId() {
    return RunId.of(id, attempt);
  }

  /** The instance of a node beside it: in the same turn of the same loop, or outside like it. */
  public NodeInstanceId beside(NodeId node) {
    return NodeInstanceId.of(workflowInstanceId, node, iteration);
  }

  /** The attempt since it was made or last rerun by hand; 0: there was none yet. */
  public int presentAttempt() {
    return attempt == interventions.attemptsBefore() ? 0 : attempt;
  }

  /** How many attempts there were since it was made or last rerun by hand. */
  int attempts() {
    return attempt - interventions.attemptsBefore();
  }

  /** Whether it is not begun, nor begun again, before it is unfrozen. */
  public boolean isFrozen() {
    return interventions.frozen();
  }

  /** Whether an operator holds it now: it is frozen and would not run otherwise. */
  private boolean isHeld() {
    return isFrozen()
        && switch (state) {
          case NodeState.NotRun _,
              NodeState.WaitTime _,
              NodeState.WaitOutcomes _,
              NodeState.WaitRerun _,
              NodeState.WaitSignal _ ->
              true;
          case NodeState.WithRun _, NodeState.Looping _, NodeState.Ended _ -> false;
        };
  }

  /** Why it has not ended, at this time (I5); empty exactly when it has. */
  public Optional<Wait> waitsFor(Instant now) {
    return isHeld() ? Optional.of(new Wait(WaitReason.FROZEN, null)) : state.waitsFor(now);
  }

  /** Its timer; while it is frozen no time begins it. */
  public Optional<Timer> timer() {
    return isHeld() ? Optional.empty() : state.timer();
  }

  /** The instance after an event. */
  public NodeInstance evolve(NodeInstanceEvent event) {
    return switch (event) {
      case NodeInstanceEvent.Told told ->
          NodeInstanceEvolution.evolve(this, told).withSequence(sequence + 1);
      case NodeInstanceEvent.Untold untold -> NodeInstanceEvolution.evolve(this, untold);
    };
  }

  NodeInstance with(long newRunSequence, NodeState newState) {
    return new NodeInstance(
        id,
        workflowInstanceId,
        nodeId,
        iteration,
        attempt,
        newRunSequence,
        newState,
        sequence,
        interventions);
  }

  NodeInstance with(Interventions newInterventions) {
    return new NodeInstance(
        id,
        workflowInstanceId,
        nodeId,
        iteration,
        attempt,
        runSequence,
        state,
        sequence,
        newInterventions);
  }

  /** What has ended is frozen no more. */
  NodeInstance ended(long newRunSequence, NodeState.Ended newState) {
    return with(interventions.withFrozen(false)).with(newRunSequence, newState);
  }

  NodeInstance withAttempt(int newAttempt, NodeState newState) {
    return new NodeInstance(
        id,
        workflowInstanceId,
        nodeId,
        iteration,
        newAttempt,
        0,
        newState,
        sequence,
        interventions);
  }

  private NodeInstance withSequence(long newSequence) {
    return new NodeInstance(
        id,
        workflowInstanceId,
        nodeId,
        iteration,
        attempt,
        runSequence,
        state,
        newSequence,
        interventions);
  }
}
