package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.workflowinstance.FlowStatus;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happens to a backfill. Told events are records of the contract and take a sequence. */
public sealed interface BackfillEvent {

  /** An event of the contract, of the same name there. */
  sealed interface Told extends BackfillEvent {}

  /** A change of the row that subscribers see in the state topic only. */
  sealed interface Untold extends BackfillEvent {}

  /** It was asked for; where its plan says so it waits to be begun. */
  record BackfillStarted(BackfillPlan plan, List<BackfillUnit> units, String planHash)
      implements Told {
    public BackfillStarted {
      units = List.copyOf(units);
    }
  }

  /** A planned one began. */
  record BackfillBegun() implements Told {}

  /** No further date begins until it is resumed. */
  record BackfillPaused(@Nullable String reason) implements Told {}

  /** It goes on with the next date. */
  record BackfillResumed() implements Told {}

  /** It ended: nothing of it goes on and nothing more will begin. */
  record BackfillCompleted(FlowStatus status, BackfillCounts counts) implements Told {}

  /** The workflow instances of the next business date were asked for. */
  record DateBegun(LocalDate bizdate, List<BackfillInstance> instances) implements Untold {
    public DateBegun {
      instances = List.copyOf(instances);
    }
  }

  /** A workflow instance of a business date ended. */
  record InstanceEnded(LocalDate bizdate, int instance, FlowStatus status) implements Untold {}

  /** The last workflow instance of a business date ended. */
  record DateEnded(LocalDate bizdate, FlowStatus status) implements Untold {}

  /** The open dates are to be stopped. */
  record CancellationRequested(@Nullable String reason) implements Untold {}
}
