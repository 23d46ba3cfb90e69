package io.weirworks.lineage.marquez.adapter;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.graph.adapter.RefusedReadException;
import io.weirworks.lineage.marquez.adapter.JobViews.JobPage;
import io.weirworks.lineage.marquez.adapter.JobViews.JobView;
import io.weirworks.lineage.marquez.adapter.JobViews.RunFacets;
import io.weirworks.lineage.marquez.adapter.JobViews.RunPage;
import io.weirworks.lineage.marquez.adapter.JobViews.RunView;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** Jobs whose words are current, and their runs. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class JobsController {

  private final KnownJobs jobs;
  private final JobRuns runs;

  JobsController(KnownJobs jobs, JobRuns runs) {
    this.jobs = jobs;
    this.runs = runs;
  }

  /**
   * Jobs in the order of namespace and name.
   *
   * @param limit jobs at most, 1 to 1000
   * @param offset jobs that are passed over
   * @param lastRunStates jobs whose latest run is in one of these; here all are COMPLETED
   */
  @Get("/jobs")
  JobPage all(
      @QueryValue(defaultValue = Pages.DEFAULT) int limit,
      @QueryValue(defaultValue = "0") int offset,
      @QueryValue(defaultValue = "") List<String> lastRunStates) {
    boolean none =
        !lastRunStates.isEmpty()
            && lastRunStates.stream()
                .noneMatch(state -> state.isEmpty() || state.equals(RunView.COMPLETED));
    return page(new Pages(limit, offset), job -> !none);
  }

  /**
   * Jobs of a namespace.
   *
   * @param limit jobs at most, 1 to 1000
   * @param offset jobs that are passed over
   */
  @Get("/namespaces/{namespace}/jobs")
  JobPage of(
      String namespace,
      @QueryValue(defaultValue = Pages.DEFAULT) int limit,
      @QueryValue(defaultValue = "0") int offset) {
    JobPage page = page(new Pages(limit, offset), job -> job.namespace().equals(namespace));
    if (page.totalCount() == 0) {
      throw RefusedReadException.unknown("namespace", namespace, "no job is of this namespace");
    }
    return page;
  }

  private JobPage page(Pages page, Predicate<Job> which) {
    List<Job> all = jobs.all().stream().map(Map.Entry::getKey).filter(which).toList();
    return new JobPage(jobs.views(page.of(all)), all.size());
  }

  /** A job with what it reads and writes. */
  @Get("/namespaces/{namespace}/jobs/{job}")
  JobView job(String namespace, String job) {
    Job asked = new Job(namespace, job);
    jobs.outputs(asked);
    return jobs.views(List.of(asked)).getFirst();
  }

  /**
   * Runs that said something of what the job writes, latest first.
   *
   * @param limit runs at most, 1 to 1000
   * @param offset runs that are passed over
   */
  @Get("/namespaces/{namespace}/jobs/{job}/runs")
  RunPage runs(
      String namespace,
      String job,
      @QueryValue(defaultValue = Pages.DEFAULT) int limit,
      @QueryValue(defaultValue = "0") int offset) {
    Pages page = new Pages(limit, offset);
    Job asked = new Job(namespace, job);
    return runs.page(asked, jobs.outputs(asked), page.limit(), page.offset());
  }

  /** A run of ours, or the latest of a job of others. */
  @Get("/jobs/runs/{id}")
  RunView run(String id) {
    return runs.ours(id)
        .or(() -> jobs.latestRun(id))
        .orElseThrow(
            () ->
                RefusedReadException.unknown(
                    "id", id, "neither a run of ours nor the latest of a job"));
  }

  /** None of a run that is known, whatever {@code type} is asked for. */
  @Get("/jobs/runs/{id}/facets")
  RunFacets facets(String id) {
    return new RunFacets(run(id).id(), Map.of());
  }
}
