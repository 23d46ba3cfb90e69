package io.weirworks.executor.run.adapter;

import io.weirworks.executor.run.RunEnd;
import io.weirworks.executor.run.RunStatus;
import io.weirworks.schemas.RunError;
import org.jspecify.annotations.Nullable;

/** A run's status as the contract names it. */
final class Statuses {

  private Statuses() {}

  static io.weirworks.contract.executor.RunStatus of(RunStatus status) {
    return switch (status) {
      case RunStatus.Queued _ -> io.weirworks.contract.executor.RunStatus.QUEUED;
      case RunStatus.Running _ -> io.weirworks.contract.executor.RunStatus.RUNNING;
      case RunStatus.Unconfirmed _ -> io.weirworks.contract.executor.RunStatus.UNCONFIRMED;
      case RunStatus.Ended ended -> of(ended.end());
    };
  }

  private static io.weirworks.contract.executor.RunStatus of(RunEnd end) {
    return switch (end) {
      case RunEnd.Succeeded _ -> io.weirworks.contract.executor.RunStatus.SUCCEEDED;
      case RunEnd.Failed _ -> io.weirworks.contract.executor.RunStatus.FAILED;
      case RunEnd.Cancelled _ -> io.weirworks.contract.executor.RunStatus.CANCELLED;
      case RunEnd.Lost _ -> io.weirworks.contract.executor.RunStatus.LOST;
      case RunEnd.Refused _ -> io.weirworks.contract.executor.RunStatus.REFUSED;
    };
  }

  static @Nullable String code(RunEnd end) {
    return switch (end) {
      case RunEnd.Succeeded _ -> null;
      case RunEnd.Failed(String code, var _) -> code;
      case RunEnd.Cancelled _ -> RunError.CANCELLED.code();
      case RunEnd.Lost(String code, var _) -> code;
      case RunEnd.Refused(String code, var _, var _) -> code;
    };
  }

  /** Of a cancelled run the reason that somebody gave. */
  static @Nullable String message(RunEnd end) {
    return switch (end) {
      case RunEnd.Succeeded _ -> null;
      case RunEnd.Failed(var _, String message) -> message;
      case RunEnd.Cancelled(String reason) -> reason;
      case RunEnd.Lost(var _, String message) -> message;
      case RunEnd.Refused(var _, String message, var _) -> message;
    };
  }
}
