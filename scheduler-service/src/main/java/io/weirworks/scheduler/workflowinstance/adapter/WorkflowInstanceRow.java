package io.weirworks.scheduler.workflowinstance.adapter;

import io.weirworks.scheduler.workflow.adapter.WorkflowNames;
import io.weirworks.scheduler.workflowinstance.NodeCounts;
import io.weirworks.scheduler.workflowinstance.WorkflowInstance;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceEvent;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A workflow instance as it is stored: what decisions need, and what is shown besides.
 *
 * @param startedAt the first of it was handed to the executor or ended; null: nothing was
 * @param answerDue when it is looked next whether the executor has answered; null: it is not
 */
record WorkflowInstanceRow(
    WorkflowInstance instance,
    WorkflowNames names,
    boolean cancelRequested,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    @Nullable Instant answerDue) {

  static WorkflowInstanceRow evolve(
      @Nullable WorkflowInstanceRow before, WorkflowInstanceChange change) {
    return switch (change) {
      case WorkflowInstanceChange.Created(var event, WorkflowNames names) ->
          new WorkflowInstanceRow(WorkflowInstance.created(event), names, false, null, null, null);
      case WorkflowInstanceChange.Happened(var event, Instant at) -> {
        if (before == null) {
          throw new IllegalStateException(event + " of a workflow instance that does not exist");
        }
        yield before.after(event, at);
      }
      case WorkflowInstanceChange.ExecutorWatched(Instant due) -> {
        if (before == null) {
          throw new IllegalStateException("a timer of a workflow instance that does not exist");
        }
        yield new WorkflowInstanceRow(
            before.instance,
            before.names,
            before.cancelRequested,
            before.startedAt,
            before.endedAt,
            due);
      }
    };
  }

  private WorkflowInstanceRow after(WorkflowInstanceEvent event, Instant at) {
    WorkflowInstance after = instance.evolve(event);
    boolean cancelled = event instanceof WorkflowInstanceEvent.CancellationRequested;
    boolean ended = event instanceof WorkflowInstanceEvent.WorkflowInstanceCompleted;
    boolean reopened = event instanceof WorkflowInstanceEvent.WorkflowInstanceReopened;
    return new WorkflowInstanceRow(
        after,
        names,
        !reopened && (cancelRequested || cancelled),
        startedAt == null && begun(after.counts()) ? at : startedAt,
        ended ? at : reopened ? null : endedAt,
        answerDue);
  }

  private static boolean begun(NodeCounts counts) {
    return counts.notRun() + counts.waiting() < counts.total();
  }
}
