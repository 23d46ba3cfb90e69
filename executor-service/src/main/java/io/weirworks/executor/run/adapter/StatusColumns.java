package io.weirworks.executor.run.adapter;

import io.weirworks.executor.database.adapter.Jdbc;
import io.weirworks.executor.run.RunEnd;
import io.weirworks.executor.run.RunStatus;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns that depend on how far a run is. */
record StatusColumns(
    String status,
    @Nullable Instant lastHeardAt,
    @Nullable Instant endedAt,
    @Nullable Integer exitCode,
    @Nullable String code,
    @Nullable String message,
    @Nullable String field,
    Map<String, Long> metrics) {

  static StatusColumns of(RunStatus status) {
    String name = Statuses.of(status).name();
    return switch (status) {
      case RunStatus.Queued _, RunStatus.Running _ ->
          new StatusColumns(name, null, null, null, null, null, null, Map.of());
      case RunStatus.Unconfirmed(var _, Instant heard) ->
          new StatusColumns(name, heard, null, null, null, null, null, Map.of());
      case RunStatus.Ended ended ->
          new StatusColumns(
              name,
              null,
              ended.endedAt(),
              ended.exitCode(),
              Statuses.code(ended.end()),
              Statuses.message(ended.end()),
              ended.end() instanceof RunEnd.Refused refused ? refused.field() : null,
              ended.metrics());
    };
  }

  RunStatus status(@Nullable Instant startedAt) throws SQLException {
    return switch (io.weirworks.contract.executor.RunStatus.valueOf(status)) {
      case QUEUED -> new RunStatus.Queued();
      case RUNNING -> new RunStatus.Running(Jdbc.required(startedAt));
      case UNCONFIRMED -> new RunStatus.Unconfirmed(startedAt, Jdbc.required(lastHeardAt));
      case SUCCEEDED -> ended(new RunEnd.Succeeded(), startedAt);
      case FAILED -> ended(new RunEnd.Failed(told(code), told(message)), startedAt);
      case CANCELLED -> ended(new RunEnd.Cancelled(message), startedAt);
      case LOST -> ended(new RunEnd.Lost(told(code), told(message)), startedAt);
      case REFUSED -> ended(new RunEnd.Refused(told(code), told(message), field), startedAt);
      case CLAIMED, UNKNOWN -> throw new SQLException("a run cannot be stored as " + status);
    };
  }

  private RunStatus ended(RunEnd end, @Nullable Instant startedAt) throws SQLException {
    return new RunStatus.Ended(end, exitCode, metrics, startedAt, Jdbc.required(endedAt));
  }

  private static String told(@Nullable String text) {
    return text == null ? "" : text;
  }
}
