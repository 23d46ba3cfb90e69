package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.identity.WorkflowInstanceId;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a backfill's event asks of workflow instances: commands that are sent in the same
 * transaction.
 */
public sealed interface BackfillEffect {

  /** Make a workflow instance of a business date, with the plan's constants. */
  record CreateWorkflowInstance(LocalDate bizdate, BackfillInstance instance)
      implements BackfillEffect {}

  /** Cancel a workflow instance of an open date; harmless where it has ended meanwhile. */
  record StopWorkflowInstance(WorkflowInstanceId id, @Nullable String reason)
      implements BackfillEffect {}

  /**
   * What follows from an event.
   *
   * @param backfill after the event
   */
  static List<BackfillEffect> of(
      Backfill backfill, BackfillContents contents, BackfillEvent event) {
    return switch (event) {
      case BackfillEvent.DateBegun(LocalDate bizdate, List<BackfillInstance> instances) ->
          instances.stream()
              .<BackfillEffect>map(instance -> new CreateWorkflowInstance(bizdate, instance))
              .toList();
      case BackfillEvent.CancellationRequested(String reason) ->
          backfill.open().keySet().stream()
              .flatMap(bizdate -> open(backfill, contents, bizdate))
              .<BackfillEffect>map(id -> new StopWorkflowInstance(id, reason))
              .toList();
      case BackfillEvent.Told _, BackfillEvent.InstanceEnded _, BackfillEvent.DateEnded _ ->
          List.of();
    };
  }

  private static Stream<WorkflowInstanceId> open(
      Backfill backfill, BackfillContents contents, LocalDate bizdate) {
    OpenDate date = backfill.open().get(bizdate);
    List<BackfillInstance> instances = contents.on(bizdate);
    return IntStream.range(0, instances.size())
        .filter(index -> date != null && !date.ended().contains(index))
        .mapToObj(index -> instances.get(index).id());
  }
}
