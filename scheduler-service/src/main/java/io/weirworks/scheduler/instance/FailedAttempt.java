package io.weirworks.scheduler.instance;

import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceFailed;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeInstanceRerunScheduled;
import io.weirworks.scheduler.instance.NodeInstanceEvent.NodeRunFailed;
import io.weirworks.scheduler.instance.NodeInstanceEvent.RetriesExhausted;
import io.weirworks.scheduler.workflow.RerunPolicy;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What follows from an attempt that failed by itself: another one, or the end (dataworks-semantics
 * 3.8, rows 21 and 22). Each failed run is told, the end of all automatic reruns once. Attempts
 * count from the latest manual rerun.
 */
record FailedAttempt(NodeInstance node, RerunPolicy policy, NodeInstanceFailed end, Instant now) {

  /** Of a run; a time-out is not rerun. */
  static List<NodeInstanceEvent> ofRun(
      NodeInstance node,
      NodeInstancePlan plan,
      RunFact.Failed fact,
      @Nullable Instant startedAt,
      Instant now) {
    NodeInstanceFailed end =
        new NodeInstanceFailed(
            fact.attempt(),
            fact.sequence(),
            fact.code(),
            fact.message(),
            fact.exitCode(),
            startedAt,
            fact.endedAt());
    List<NodeInstanceEvent> events = new ArrayList<>();
    events.add(
        new NodeRunFailed(
            fact.attempt(), fact.sequence(), fact.code(), fact.message(), fact.exitCode()));
    switch (fact.cause()) {
      case ERROR, LOST ->
          events.addAll(new FailedAttempt(node, plan.definition().rerun(), end, now).whatFollows());
      case TIMEOUT -> events.add(end);
    }
    return events;
  }

  /** Another attempt, or the end. */
  List<NodeInstanceEvent> whatFollows() {
    int attempts = node.attempts();
    if (policy.allowsAfter(attempts)) {
      return List.of(
          new NodeInstanceRerunScheduled(
              end.attempt(),
              end.runSequence(),
              end.code(),
              end.message(),
              now.plus(policy.interval())));
    }
    return policy.isExhaustedAfter(attempts)
        ? List.of(new RetriesExhausted(end.attempt(), attempts, end.code(), end.message()), end)
        : List.of(end);
  }
}
