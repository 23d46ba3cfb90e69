package io.weirworks.executor.run.adapter;

import io.weirworks.executor.database.adapter.ExecutorDatabase;
import io.weirworks.executor.run.Run;
import io.weirworks.executor.run.RunIdentity;
import io.weirworks.executor.run.RunStatus;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Runs with their claims, as read without a lock. */
@Singleton
final class RunQueries {

  private static final String SELECT =
      "SELECT r.*, c.holder AS claim_holder, c.epoch AS claim_epoch"
          + " FROM run r LEFT JOIN claim c ON c.run = r.id WHERE r.removed = 0";

  private static final RunTable TABLE = new RunTable();

  private final ExecutorDatabase database;

  RunQueries(ExecutorDatabase database) {
    this.database = database;
  }

  Optional<RunView> find(String runId) throws SQLException {
    return database.use(
        jdbc ->
            jdbc.select(SELECT + " AND r.id = ?", RunQueries::view, runId).stream().findFirst());
  }

  RunPage list(
      @Nullable String workflowInstance,
      io.weirworks.contract.executor.@Nullable RunStatus status,
      int limit,
      int offset)
      throws SQLException {
    StringBuilder sql = new StringBuilder(SELECT);
    List<Object> parameters = new ArrayList<>();
    if (workflowInstance != null) {
      sql.append(" AND r.workflow_instance = ?");
      parameters.add(workflowInstance);
    }
    if (status != null) {
      sql.append(" AND ").append(condition(status));
    }
    sql.append(" ORDER BY r.queued_at DESC, r.id LIMIT ? OFFSET ?");
    parameters.add(limit + 1);
    parameters.add(offset);
    List<RunView> found =
        database.use(jdbc -> jdbc.select(sql.toString(), RunQueries::view, parameters.toArray()));
    return found.size() > limit
        ? new RunPage(found.subList(0, limit), offset + limit)
        : new RunPage(found, null);
  }

  private static String condition(io.weirworks.contract.executor.RunStatus status) {
    return switch (status) {
      case QUEUED -> "r.status = 'QUEUED' AND c.run IS NULL";
      case CLAIMED -> "r.status = 'QUEUED' AND c.run IS NOT NULL";
      case RUNNING, UNCONFIRMED, SUCCEEDED, FAILED, CANCELLED, LOST, REFUSED, UNKNOWN ->
          "r.status = '" + status.name() + "'";
    };
  }

  private static RunView view(ResultSet row) throws SQLException {
    Run run = TABLE.read(row);
    RunIdentity identity = run.identity();
    String claimHolder = row.getString("claim_holder");
    boolean claimed = claimHolder != null && run.status() instanceof RunStatus.Queued;
    RunStatus.Ended ended = run.status() instanceof RunStatus.Ended e ? e : null;
    Instant endedAt = ended == null ? null : ended.endedAt();
    return new RunView(
        identity.runId(),
        identity.attempt(),
        claimed ? "CLAIMED" : Statuses.of(run.status()).name(),
        run.cancel() != null,
        row.getLong("sequence"),
        identity.nodeInstanceId(),
        identity.workflowInstanceId(),
        identity.workspace(),
        identity.workflow(),
        identity.node(),
        identity.command(),
        identity.bizdate(),
        run.demand().resourceGroup(),
        run.demand().priority(),
        run.demand().computeUnitsMilli(),
        claimHolder == null ? run.holder() : claimHolder,
        claimHolder == null ? run.epoch() : row.getLong("claim_epoch"),
        run.applicationId(),
        ended == null ? null : ended.exitCode(),
        ended == null ? null : Statuses.code(ended.end()),
        ended == null ? null : Statuses.message(ended.end()),
        ended == null ? Map.of() : ended.metrics(),
        run.queuedAt(),
        run.status().startedAtOrNull(),
        endedAt);
  }
}
