package io.weirworks.scheduler.backfill.adapter;

import io.weirworks.scheduler.backfill.BackfillEvent;
import io.weirworks.scheduler.workflow.adapter.WorkflowNames;
import java.time.Instant;

/** An event of a backfill with what its row shows besides. */
sealed interface BackfillChange {

  /**
   * It began.
   *
   * @param name what people call it
   */
  record Started(BackfillEvent.BackfillStarted event, String name, WorkflowNames names, Instant at)
      implements BackfillChange {}

  record Happened(BackfillEvent event, Instant at) implements BackfillChange {}
}
