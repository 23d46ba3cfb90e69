package io.weirworks.lineage.marquez.adapter;

import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.marquez.adapter.JobViews.RunPage;
import io.weirworks.lineage.marquez.adapter.JobViews.RunView;
import io.weirworks.lineage.run.adapter.RunKind;
import io.weirworks.lineage.table.adapter.ConfirmationText;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Reads the runs of jobs. */
@Singleton
class JobRuns {

  /** Of a word's place in time the statement is left away: what is left is the run. */
  private static final String RUN = "LEFT(confirmed_by, CHAR_LENGTH(confirmed_by) - 11)";

  private static final String WORDS =
      " FROM lineage_word WHERE target_dataset IN (?) AND job_namespace = ? AND job_name = ?";

  private static final String PAGE =
      "SELECT MAX(confirmed_by) AS latest"
          + WORDS
          + " GROUP BY "
          + RUN
          + " ORDER BY latest DESC LIMIT ? OFFSET ?";

  private static final String COUNT = "SELECT COUNT(DISTINCT " + RUN + ")" + WORDS;

  private final DataSource database;

  JobRuns(DataSource database) {
    this.database = database;
  }

  @FunctionalInterface
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * Runs that said something of what the job writes now, latest first.
   *
   * @param outputs what it writes
   */
  RunPage page(Job job, List<String> outputs, int limit, int offset) {
    String places = "(" + String.join(",", Collections.nCopies(outputs.size(), "?")) + ")";
    List<Object> parameters = new ArrayList<>(outputs);
    parameters.add(job.namespace());
    parameters.add(job.name());
    int count = rows(COUNT.replace("(?)", places), parameters, row -> row.getInt(1)).getFirst();
    parameters.add(limit);
    parameters.add(offset);
    List<RunView> runs =
        rows(
            PAGE.replace("(?)", places),
            parameters,
            row -> RunView.of(job, ConfirmationText.read(row.getString(1))));
    return new RunPage(runs, count);
  }

  /** A run of ours. */
  Optional<RunView> ours(String id) {
    return rows(
            "SELECT * FROM lineage_run WHERE id = ?",
            List.of(id),
            row -> RunView.of(RunKind.RUN.table().read(row).run()))
        .stream()
        .findFirst();
  }

  private <T> List<T> rows(String sql, List<?> parameters, Row<T> mapping) {
    List<T> all = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(true);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < parameters.size(); i++) {
          statement.setObject(i + 1, parameters.get(i));
        }
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            all.add(mapping.read(rows));
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("runs cannot be read", e);
    }
    return all;
  }
}
