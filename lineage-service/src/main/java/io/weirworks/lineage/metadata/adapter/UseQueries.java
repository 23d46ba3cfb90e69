package io.weirworks.lineage.metadata.adapter;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.database.adapter.DatabaseReads;
import io.weirworks.lineage.metadata.TableCard;
import io.weirworks.lineage.use.adapter.UseRows;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads who used a dataset. */
@Singleton
class UseQueries {

  private static final int MOST_JOBS = 100;

  private static final String OUTPUTS =
      "SELECT job_namespace, job_name, run_id, observed_at FROM (SELECT u.*, ROW_NUMBER() OVER"
          + " (PARTITION BY job_namespace, job_name ORDER BY observed_at DESC, run_id DESC) AS place"
          + " FROM dataset_use u WHERE dataset = ? AND access = 'WRITE' AND day >="
          + " (SELECT DATE_FORMAT(DATE_SUB(MAX(day), INTERVAL ? DAY), '%Y-%m-%d')"
          + " FROM dataset_use WHERE dataset = ? AND access = 'WRITE')) ranked"
          + " WHERE place = 1 ORDER BY observed_at DESC, job_namespace, job_name LIMIT "
          + MOST_JOBS;

  private final DatabaseReads reads;

  UseQueries(DatabaseReads reads) {
    this.reads = reads;
  }

  /**
   * How a table was read.
   *
   * @param runs that read it within {@code days} days
   * @param lastReadAt end of the latest of them; absent where none did for 90 days
   */
  @Serdeable
  public record Usage(long runs, int days, @Nullable Instant lastReadAt) {}

  /**
   * A job that writes a table.
   *
   * @param namespace the workspace of a node
   * @param job {@code workflow.node}
   * @param runId its latest run that wrote the table
   * @param lastOutputAt when that ended
   */
  @Serdeable
  public record Output(String namespace, String job, String runId, Instant lastOutputAt) {}

  Usage usage(String dataset, long runs) {
    Optional<Instant> last =
        reads
            .rows(
                "SELECT observed_at FROM dataset_use WHERE dataset = ? AND access = 'READ'"
                    + " ORDER BY day DESC, observed_at DESC LIMIT 1",
                UseQueries::observedAt,
                dataset)
            .stream()
            .findFirst();
    return new Usage(runs, TableCard.USAGE_DAYS, last.orElse(null));
  }

  /** The jobs that wrote it, the latest first: those within 90 days before its last output. */
  List<Output> outputs(String dataset) {
    return reads.rows(
        OUTPUTS,
        row ->
            new Output(
                row.getString("job_namespace"),
                row.getString("job_name"),
                row.getString("run_id"),
                observedAt(row)),
        dataset,
        UseRows.KEPT_DAYS,
        dataset);
  }

  private static Instant observedAt(ResultSet row) throws SQLException {
    return row.getObject("observed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }
}
