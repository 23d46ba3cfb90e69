package io.weirworks.lineage.run.adapter;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.run.Run;
import io.weirworks.lineage.run.RunLineage;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** How much of a run's lineage is known. */
@Controller("/lineage/runs")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RunsController {

  private final DataSource database;

  RunsController(DataSource database) {
    this.database = database;
  }

  /**
   * A run that succeeded and touched something.
   *
   * @param statements that it ran
   * @param recorded statements that touched datasets
   * @param gaps statements of which something is not known
   * @param coverage share of statements without a gap, 0 to 1
   */
  @Serdeable
  record RunView(
      String runId,
      String nodeInstanceId,
      String workflowInstanceId,
      String workspace,
      String workflow,
      String node,
      String bizdate,
      Instant endedAt,
      int statements,
      int recorded,
      int gaps,
      double coverage) {

    static RunView of(RunLineage state) {
      Run run = state.run();
      return new RunView(
          run.id(),
          run.nodeInstanceId(),
          run.workflowInstanceId(),
          run.workspace(),
          run.workflow(),
          run.node(),
          run.bizdate(),
          run.endedAt(),
          state.statements(),
          state.recorded(),
          state.gaps(),
          state.coverage());
    }
  }

  /**
   * The run with its coverage; 404 where it touched nothing, did not succeed or is not known.
   *
   * @param id of the run
   */
  @Get("/{id}")
  Optional<RunView> run(String id) throws SQLException {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(true);
      try (PreparedStatement statement =
          connection.prepareStatement("SELECT * FROM lineage_run WHERE id = ?")) {
        statement.setString(1, id);
        try (ResultSet row = statement.executeQuery()) {
          return row.next()
              ? Optional.of(RunView.of(RunKind.RUN.table().read(row)))
              : Optional.empty();
        }
      }
    }
  }
}
