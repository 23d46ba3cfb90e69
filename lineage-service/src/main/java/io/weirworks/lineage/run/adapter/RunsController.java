package io.weirworks.lineage.run.adapter;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.database.adapter.DatabaseReads;
import io.weirworks.lineage.run.Run;
import io.weirworks.lineage.run.RunLineage;
import java.time.Instant;
import java.util.Optional;

/** How much of a run's lineage is known. */
@Controller("/lineage/runs")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RunsController {

  private final DatabaseReads reads;

  RunsController(DatabaseReads reads) {
    this.reads = reads;
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
  Optional<RunView> run(String id) {
    return reads
        .rows("SELECT * FROM lineage_run WHERE id = ?", RunKind.RUN.table()::read, id)
        .stream()
        .map(RunView::of)
        .findFirst();
  }
}
