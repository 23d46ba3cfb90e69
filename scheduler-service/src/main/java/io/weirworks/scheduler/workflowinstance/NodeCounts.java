package io.weirworks.scheduler.workflowinstance;

import io.weirworks.scheduler.instance.NodeState;

/**
 * How many node instances are how far; all that a workflow instance knows of them.
 *
 * @param notRun an upstream has not succeeded
 * @param waiting for their scheduled time, instances of other workflow instances, an automatic
 *     rerun or a signal
 * @param running handed to the executor and not ended, or a loop that goes round
 */
public record NodeCounts(
    int notRun, int waiting, int running, int succeeded, int failed, int cancelled) {

  static NodeCounts notRun(int total) {
    return new NodeCounts(total, 0, 0, 0, 0, 0);
  }

  /** All of them. */
  public int total() {
    return notRun + waiting + running + succeeded + failed + cancelled;
  }

  /** Those that will go on by themselves. While there are none, nothing can proceed. */
  public int open() {
    return waiting + running;
  }

  NodeCounts moved(NodeState from, NodeState to) {
    return plus(from, -1).plus(to, 1);
  }

  private NodeCounts plus(NodeState state, int n) {
    return switch (state) {
      case NodeState.NotRun _ ->
          new NodeCounts(notRun + n, waiting, running, succeeded, failed, cancelled);
      case NodeState.WaitTime _,
          NodeState.WaitOutcomes _,
          NodeState.WaitRerun _,
          NodeState.WaitSignal _ ->
          new NodeCounts(notRun, waiting + n, running, succeeded, failed, cancelled);
      case NodeState.WithRun _, NodeState.Looping _ ->
          new NodeCounts(notRun, waiting, running + n, succeeded, failed, cancelled);
      case NodeState.Success _ ->
          new NodeCounts(notRun, waiting, running, succeeded + n, failed, cancelled);
      case NodeState.Failure _ ->
          new NodeCounts(notRun, waiting, running, succeeded, failed + n, cancelled);
      case NodeState.Cancelled _ ->
          new NodeCounts(notRun, waiting, running, succeeded, failed, cancelled + n);
    };
  }
}
