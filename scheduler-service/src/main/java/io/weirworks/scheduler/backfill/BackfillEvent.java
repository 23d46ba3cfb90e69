package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.workflowinstance.FlowStatus;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What happens to a backfill. Told events are records of the contract and take a sequence. */
public sealed interface BackfillEvent {

  /** An event of the contract, of the same name there. */
  sealed interface Told extends BackfillEvent {}

  /** A change of the row that subscribers see in the state topic only. */
  sealed interface Untold extends BackfillEvent {}

  /** It began. */
  record BackfillStarted(BackfillPlan plan) implements Told {}

  /** It ended: nothing of it goes on and nothing more will begin. */
  record BackfillCompleted(FlowStatus status, BackfillCounts counts) implements Told {}

  /** The workflow instance of the next business date was asked for. */
  record DateBegun(LocalDate bizdate) implements Untold {}

  /** The workflow instance of a business date ended. */
  record DateEnded(LocalDate bizdate, FlowStatus status) implements Untold {}

  /** The open dates are to be stopped. */
  record CancellationRequested(@Nullable String reason) implements Untold {}
}
