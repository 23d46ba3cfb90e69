package io.weirworks.lineage.run.history.adapter;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.graph.adapter.Parameters;
import io.weirworks.lineage.graph.adapter.RefusedReadException;
import io.weirworks.lineage.run.history.KnownRun;
import io.weirworks.lineage.run.history.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The runs of a job, ours and those of others. */
@Controller("/lineage/jobs")
@ExecuteOn(TaskExecutors.BLOCKING)
final class JobRunsController {

  private static final int LONGEST = 1_000;

  private final RunHistory history;

  JobRunsController(RunHistory history) {
    this.history = history;
  }

  /**
   * A run by what was told of it.
   *
   * @param state NEW, RUNNING, ABORTED, FAILED or COMPLETED
   * @param startedAt absent where nobody said
   * @param endedAt absent as long as no end was told
   * @param durationMs absent where one of both is
   * @param nominalStart for which span of time it ran; absent where nobody said
   * @param parentRunId the run that it is part of; absent where none was named
   * @param inputs ids of datasets that it read
   * @param outputs ids of datasets that it wrote; lineage has them only where it counts (R58)
   * @param args of a run of ours bizdate, nodeInstanceId and workflowInstanceId, and the code of
   *     one that failed
   */
  @Serdeable
  record RunView(
      String runId,
      String namespace,
      String job,
      RunState state,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      @Nullable Long durationMs,
      @Nullable Instant nominalStart,
      @Nullable Instant nominalEnd,
      @Nullable String parentRunId,
      Set<String> inputs,
      Set<String> outputs,
      Map<String, String> args) {

    static RunView of(KnownRun run) {
      return new RunView(
          run.id(),
          run.job().namespace(),
          run.job().name(),
          run.state(),
          run.startedAt(),
          run.endedAt().orElse(null),
          run.duration().map(Duration::toMillis).orElse(null),
          run.nominalStart(),
          run.nominalEnd(),
          run.parent() == null ? null : run.parent().runId(),
          run.inputs(),
          run.outputs(),
          run.args());
    }
  }

  /**
   * A page of runs, latest first.
   *
   * @param totalCount of all that are kept
   */
  @Serdeable
  record RunPage(List<RunView> runs, int totalCount) {}

  /**
   * Runs of a job in whatever state, as long as they are kept; 404 where none is.
   *
   * @param namespace of a node its workspace
   * @param job {@code workflow.node}, or what an engine calls it
   * @param limit runs at most, 1 to 1000
   * @param offset runs that are passed over
   */
  @Get("/{namespace}/{job}/runs")
  RunPage runs(
      String namespace,
      String job,
      @QueryValue(defaultValue = "100") int limit,
      @QueryValue(defaultValue = "0") int offset) {
    Job asked = new Job(namespace, job);
    Parameters.within("limit", limit, LONGEST);
    if (offset < 0) {
      throw RefusedReadException.invalid("offset", String.valueOf(offset), "offset is 0 or more");
    }
    int count = history.count(asked);
    if (count == 0) {
      throw RefusedReadException.unknown(
          "job", namespace + ":" + job, "no run of this job is kept");
    }
    return new RunPage(
        history.ofJob(asked, limit, offset).stream().map(RunView::of).toList(), count);
  }
}
