package io.weirworks.lineage.marquez.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.marquez.adapter.DatasetViews.Id;
import io.weirworks.lineage.openlineage.EngineEvent.JobRun;
import io.weirworks.lineage.run.Run;
import io.weirworks.lineage.run.history.KnownRun;
import io.weirworks.lineage.run.history.RunState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Runs as Marquez's JSON has them. What we do not keep is null or empty. */
final class RunViews {

  private RunViews() {}

  /**
   * The job of a run.
   *
   * @param version null: jobs have no versions here
   */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record JobVersion(String namespace, String name, @Nullable String version) {}

  /** The run that a run is part of, as OpenLineage's parent facet has it. */
  @Serdeable
  public record ParentFacet(ParentRun run, Id job) {}

  /** Its id. */
  @Serdeable
  public record ParentRun(String runId) {}

  /**
   * A run.
   *
   * @param createdAt the earliest time that anything was told of it
   * @param updatedAt when it came into its state
   * @param state NEW, RUNNING, COMPLETED, FAILED or ABORTED
   * @param startedAt null where nobody said
   * @param endedAt null as long as no end was told
   * @param durationMs null where one of both is
   * @param args of a run of ours bizdate, nodeInstanceId and workflowInstanceId, and the code of
   *     one that failed
   * @param facets {@code parent} where one was named
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
      @Nullable Instant endedAt,
      @Nullable Long durationMs,
      Map<String, String> args,
      JobVersion jobVersion,
      Map<String, ParentFacet> facets) {

    static RunView of(KnownRun run) {
      return new RunView(
          run.id(),
          run.appearedAt(),
          run.standing().at(),
          run.nominalStart(),
          run.nominalEnd(),
          run.state().name(),
          run.startedAt(),
          run.endedAt().orElse(null),
          run.duration().map(Duration::toMillis).orElse(null),
          run.args(),
          version(run.job()),
          RunViews.facets(run.parent()));
    }

    /** By its word alone: that it completed, and when. */
    static RunView of(Job job, Confirmation by) {
      return completed(job, by.runId(), by.observedAt(), Map.of());
    }

    /** A run of ours of which lineage alone is kept. */
    static RunView of(Run run) {
      return completed(
          run.job(),
          run.id(),
          run.endedAt(),
          Map.of(
              "bizdate", run.bizdate(),
              "nodeInstanceId", run.nodeInstanceId(),
              "workflowInstanceId", run.workflowInstanceId()));
    }

    private static RunView completed(Job job, String id, Instant ended, Map<String, String> args) {
      return new RunView(
          id,
          ended,
          ended,
          null,
          null,
          RunState.COMPLETED.name(),
          null,
          ended,
          null,
          args,
          version(job),
          Map.of());
    }

    private static JobVersion version(Job job) {
      return new JobVersion(job.namespace(), job.name(), null);
    }
  }

  static Map<String, ParentFacet> facets(@Nullable JobRun parent) {
    return parent == null
        ? Map.of()
        : Map.of(
            "parent",
            new ParentFacet(
                new ParentRun(parent.runId()),
                new Id(parent.job().namespace(), parent.job().name())));
  }

  /** A page of runs, latest first. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record RunPage(List<RunView> runs, int totalCount) {}

  /** Facets of a run, or of its job, of which none is kept. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record RunFacets(String runId, Map<String, ParentFacet> facets) {}
}
