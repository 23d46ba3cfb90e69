package io.weirworks.scheduler.backfill.adapter;

import io.weirworks.scheduler.backfill.Backfill;
import io.weirworks.scheduler.backfill.BackfillEvent;
import io.weirworks.scheduler.workflow.adapter.WorkflowNames;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A backfill as it is stored: what decisions need, and what is shown besides.
 *
 * @param name what people call it
 */
record BackfillRow(
    Backfill backfill,
    String name,
    WorkflowNames names,
    boolean cancelRequested,
    Instant startedAt,
    @Nullable Instant endedAt) {

  static BackfillRow evolve(@Nullable BackfillRow before, BackfillChange change) {
    return switch (change) {
      case BackfillChange.Started(var event, String name, WorkflowNames names, Instant at) ->
          new BackfillRow(Backfill.created(event), name, names, false, at, null);
      case BackfillChange.Happened(BackfillEvent event, Instant at) -> {
        if (before == null) {
          throw new IllegalStateException(event + " of a backfill that does not exist");
        }
        yield before.after(event, at);
      }
    };
  }

  private BackfillRow after(BackfillEvent event, Instant at) {
    return new BackfillRow(
        backfill.evolve(event),
        name,
        names,
        cancelRequested || event instanceof BackfillEvent.CancellationRequested,
        startedAt,
        event instanceof BackfillEvent.BackfillCompleted ? at : endedAt);
  }
}
