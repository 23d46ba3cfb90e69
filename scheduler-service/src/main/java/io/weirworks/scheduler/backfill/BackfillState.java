package io.weirworks.scheduler.backfill;

import io.weirworks.scheduler.workflowinstance.FlowStatus;
import org.jspecify.annotations.Nullable;

/** The states of a backfill. */
public sealed interface BackfillState {

  /** It is planned and waits to be begun. */
  record Planned() implements BackfillState {}

  /** Dates are open, and as one ends well the next begins. */
  record Running() implements BackfillState {}

  /** No further date begins; those that are open go on. */
  record Paused() implements BackfillState {}

  /** A date did not succeed: the open ones run to their end, no further one begins. */
  record Failing() implements BackfillState {}

  /** Somebody cancelled it: the open dates are being stopped. */
  record Cancelling(@Nullable String reason) implements BackfillState {}

  /** Nothing of it goes on. */
  record Ended(FlowStatus status) implements BackfillState {}

  /** The status that lists show. */
  default FlowStatus status() {
    return switch (this) {
      case Planned _, Running _, Paused _, Failing _, Cancelling _ -> FlowStatus.RUNNING;
      case Ended(FlowStatus status) -> status;
    };
  }
}
