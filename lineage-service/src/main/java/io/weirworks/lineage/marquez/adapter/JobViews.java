package io.weirworks.lineage.marquez.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.marquez.KnownJob;
import io.weirworks.lineage.marquez.adapter.DatasetViews.Id;
import io.weirworks.lineage.run.Run;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Jobs and runs as Marquez's JSON has them. What we do not keep is null or empty. */
final class JobViews {

  private JobViews() {}

  /**
   * The job of a run.
   *
   * @param version null: jobs have no versions here
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record JobVersion(String namespace, String name, @Nullable String version) {}

  /**
   * A run that succeeded: no other confirms lineage (R58).
   *
   * @param createdAt when it ended, as the times below: when it started lineage does not know
   * @param args of a run of ours bizdate, nodeInstanceId and workflowInstanceId
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record RunView(
      String id,
      Instant createdAt,
      Instant updatedAt,
      @Nullable Instant nominalStartTime,
      @Nullable Instant nominalEndTime,
      String state,
      @Nullable Instant startedAt,
      Instant endedAt,
      @Nullable Long durationMs,
      Map<String, String> args,
      JobVersion jobVersion,
      Map<String, String> facets) {

    static final String COMPLETED = "COMPLETED";

    static RunView of(Job job, Confirmation by) {
      return of(job, by.runId(), by.observedAt(), Map.of());
    }

    static RunView of(Run run) {
      return of(
          run.job(),
          run.id(),
          run.endedAt(),
          Map.of(
              "bizdate", run.bizdate(),
              "nodeInstanceId", run.nodeInstanceId(),
              "workflowInstanceId", run.workflowInstanceId()));
    }

    private static RunView of(Job job, String id, Instant ended, Map<String, String> args) {
      return new RunView(
          id,
          ended,
          ended,
          null,
          null,
          COMPLETED,
          null,
          ended,
          null,
          args,
          new JobVersion(job.namespace(), job.name(), null),
          Map.of());
    }
  }

  /**
   * A job.
   *
   * @param createdAt end of the first run that said what is current
   * @param latestRun the latest that succeeded and said something current
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record JobView(
      Id id,
      String type,
      String name,
      String simpleName,
      Instant createdAt,
      Instant updatedAt,
      String namespace,
      List<Id> inputs,
      List<Id> outputs,
      @Nullable String location,
      @Nullable String description,
      RunView latestRun,
      List<RunView> latestRuns,
      @Nullable String parentJobName,
      @Nullable String parentJobUuid,
      Map<String, String> facets,
      List<String> tags) {

    static JobView of(KnownJob known) {
      Job job = known.job();
      RunView latest = RunView.of(job, known.last());
      return new JobView(
          new Id(job.namespace(), job.name()),
          "BATCH",
          job.name(),
          job.name(),
          known.first().observedAt(),
          known.last().observedAt(),
          job.namespace(),
          known.inputs().stream().map(Id::of).toList(),
          known.outputs().stream().map(Id::of).toList(),
          null,
          null,
          latest,
          List.of(latest),
          null,
          null,
          Map.of(),
          List.of());
    }
  }

  /** A page of jobs. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record JobPage(List<JobView> jobs, int totalCount) {}

  /** A page of runs, latest first. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record RunPage(List<RunView> runs, int totalCount) {}

  /** Facets of a run: none is kept. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record RunFacets(String runId, Map<String, String> facets) {}
}
