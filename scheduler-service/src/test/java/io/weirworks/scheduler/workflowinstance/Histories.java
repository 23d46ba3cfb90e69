package io.weirworks.scheduler.workflowinstance;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.NodeInstanceEvent;
import io.weirworks.scheduler.instance.NodeInstanceEvent.CancellationRequested;
import io.weirworks.scheduler.instance.NodeInstanceEvent.LoopStarted;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceCancelled;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceDispatched;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceFailed;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceRerunScheduled;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceStarted;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceSucceeded;
import io.weirworks.scheduler.instance.OperatorEvent;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.WorkflowInstanceCompleted;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent.WorkflowInstanceReopened;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the events of one node instance may say, manual reruns included. */
final class Histories {
  private int attempt;
  private boolean attemptOpen;
  private boolean cancelled;
  private boolean ended;
  private boolean succeeded;
  private final Set<Integer> finals = new HashSet<>();

  private Histories() {}

  /**
   * I1: at most one end per attempt, and none after the instance's end but by a reset or a set
   * success; attempts count on without a gap; R6: after a cancellation nothing is dispatched or
   * started.
   */
  static void check(World world, NodeInstance node) {
    List<NodeInstanceEvent> events = world.events(node.id());
    Histories history = new Histories();
    for (NodeInstanceEvent event : events) {
      history.take(event, events);
    }
  }

  private void take(NodeInstanceEvent event, List<NodeInstanceEvent> events) {
    if (ended) {
      assertThat(event)
          .as("after the end: %s", events)
          .isInstanceOfAny(
              OperatorEvent.NodeInstanceReset.class, OperatorEvent.NodeInstanceSetSuccess.class);
    }
    switch (event) {
      case NodeInstanceDispatched it -> begin(it.attempt(), events);
      case LoopStarted it -> begin(it.attempt(), events);
      case NodeInstanceStarted it -> {
        assertThat(attemptOpen && !cancelled).as("%s", events).isTrue();
        assertThat(it.attempt()).isEqualTo(attempt);
      }
      case NodeInstanceRerunScheduled it -> {
        assertThat(attemptOpen && !cancelled).as("%s", events).isTrue();
        assertThat(it.attempt()).isEqualTo(attempt);
        attemptOpen = false;
      }
      case CancellationRequested _ -> cancelled = true;
      case NodeInstanceSucceeded it -> {
        succeeded = true;
        end(it.attempt(), events);
      }
      case NodeInstanceFailed it -> end(it.attempt(), events);
      case NodeInstanceCancelled it -> end(it.attempt(), events);
      case OperatorEvent.NodeInstanceSetSuccess _ -> {
        assertThat(ended && !succeeded).as("%s", events).isTrue();
        succeeded = true;
      }
      case OperatorEvent.NodeInstanceReset _ -> {
        assertThat(attemptOpen).as("%s", events).isFalse();
        ended = false;
        succeeded = false;
        cancelled = false;
      }
      case NodeInstanceEvent.Told _, NodeInstanceEvent.Untold _ -> {}
    }
  }

  private void begin(int next, List<NodeInstanceEvent> events) {
    assertThat(attemptOpen || cancelled).as("%s", events).isFalse();
    assertThat(next).isEqualTo(++attempt);
    attemptOpen = true;
  }

  /** What ends without an attempt of its own says 0, or the attempt that was to be rerun. */
  private void end(int of, List<NodeInstanceEvent> events) {
    assertThat(of == 0 || (of == attempt && finals.add(of))).as("I1: %s", events).isTrue();
    assertThat(of > 0 || !attemptOpen).as("%s", events).isTrue();
    attemptOpen = false;
    ended = true;
  }

  /** Each reopening is followed by another end, each of which is reported. */
  static void checkCompletions(World world) {
    long completed = count(world, WorkflowInstanceCompleted.class);
    assertThat(completed).isEqualTo(1 + count(world, WorkflowInstanceReopened.class));
    assertThat(world.effects.stream().filter(Effect.ReportWorkflowInstance.class::isInstance))
        .hasSize((int) completed);
  }

  private static long count(World world, Class<? extends WorkflowInstanceEvent> type) {
    return world.facts.stream()
        .filter(fact -> fact instanceof Fact.OfWorkflowInstance of && type.isInstance(of.event()))
        .count();
  }
}
