package io.weirworks.scheduler.workflowinstance;

import org.jspecify.annotations.Nullable;

/** The states of a workflow instance. */
public sealed interface WorkflowInstanceState {

  /** It goes on. */
  record Running() implements WorkflowInstanceState {}

  /** It was cancelled and waits for its runs to end. */
  record Cancelling(@Nullable String reason) implements WorkflowInstanceState {}

  /** Nothing of it goes on. */
  record Ended(FlowStatus status) implements WorkflowInstanceState {}

  /** The status that lists show. */
  default FlowStatus status() {
    return switch (this) {
      case Running _, Cancelling _ -> FlowStatus.RUNNING;
      case Ended(FlowStatus status) -> status;
    };
  }
}
