package io.weirworks.lineage.marquez.adapter;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.marquez.KnownJob;
import io.weirworks.lineage.marquez.adapter.DatasetViews.Id;
import io.weirworks.lineage.marquez.adapter.RunViews.RunView;
import io.weirworks.lineage.run.history.KnownRun;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Jobs as Marquez's JSON has them. What we do not keep is null or empty. */
final class JobViews {

  private JobViews() {}

  /**
   * A job.
   *
   * @param createdAt the earliest that is known of it
   * @param updatedAt the latest
   * @param inputs datasets that its current words come from; of a job without any those that its
   *     latest run named
   * @param outputs datasets that they lead to; the same
   * @param latestRun its latest, in whatever state
   * @param latestRuns never empty, since Marquez's web client fails on a job without runs
   * @param parentJobName the job that its latest run was part of; null where none was named
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

    /** A job whose words are current. */
    static JobView of(KnownJob known, List<KnownRun> kept) {
      Job job = known.job();
      Instant first = known.first().observedAt();
      Instant last = known.last().observedAt();
      return view(
          job,
          kept.stream().map(KnownRun::appearedAt).reduce(first, JobView::earlier),
          kept.stream().map(run -> run.standing().at()).reduce(last, JobView::later),
          known.inputs().stream().map(Id::of).toList(),
          known.outputs().stream().map(Id::of).toList(),
          kept.isEmpty()
              ? List.of(RunView.of(job, known.last()))
              : kept.stream().map(RunView::of).toList(),
          parent(kept));
    }

    /**
     * A job without any, by its runs.
     *
     * @param kept one or more, latest first
     */
    static JobView of(List<KnownRun> kept) {
      KnownRun latest = kept.getFirst();
      return view(
          latest.job(),
          kept.stream().map(KnownRun::appearedAt).reduce(latest.appearedAt(), JobView::earlier),
          latest.standing().at(),
          ids(latest.inputs()),
          ids(latest.outputs()),
          kept.stream().map(RunView::of).toList(),
          parent(kept));
    }

    private static JobView view(
        Job job,
        Instant createdAt,
        Instant updatedAt,
        List<Id> inputs,
        List<Id> outputs,
        List<RunView> runs,
        @Nullable String parent) {
      return new JobView(
          new Id(job.namespace(), job.name()),
          "BATCH",
          job.name(),
          job.name(),
          createdAt,
          updatedAt,
          job.namespace(),
          inputs,
          outputs,
          null,
          null,
          runs.getFirst(),
          runs,
          parent,
          null,
          Map.of(),
          List.of());
    }

    private static @Nullable String parent(List<KnownRun> kept) {
      return kept.stream()
          .findFirst()
          .flatMap(run -> Optional.ofNullable(run.parent()))
          .map(parent -> parent.job().name())
          .orElse(null);
    }

    private static Instant earlier(Instant one, Instant other) {
      return one.isBefore(other) ? one : other;
    }

    private static Instant later(Instant one, Instant other) {
      return one.isAfter(other) ? one : other;
    }
  }

  static List<Id> ids(Collection<String> datasets) {
    return datasets.stream().map(Id::of).toList();
  }

  /** The view of a job; empty where neither words nor runs of it are known. */
  static Optional<JobView> of(@Nullable KnownJob known, List<KnownRun> kept) {
    if (known != null) {
      return Optional.of(JobView.of(known, kept));
    }
    return kept.isEmpty() ? Optional.empty() : Optional.of(JobView.of(kept));
  }

  /** A page of jobs. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record JobPage(List<JobView> jobs, int totalCount) {}

  /** Versions of a job: it has none here. */
  @Serdeable
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record VersionPage(List<String> versions, int totalCount) {}
}
