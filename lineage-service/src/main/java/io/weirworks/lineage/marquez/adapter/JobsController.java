package io.weirworks.lineage.marquez.adapter;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.graph.adapter.RefusedReadException;
import io.weirworks.lineage.marquez.ListedJob;
import io.weirworks.lineage.marquez.adapter.JobViews.JobPage;
import io.weirworks.lineage.marquez.adapter.JobViews.JobView;
import io.weirworks.lineage.marquez.adapter.JobViews.VersionPage;
import io.weirworks.lineage.marquez.adapter.RunViews.RunFacets;
import io.weirworks.lineage.marquez.adapter.RunViews.RunPage;
import io.weirworks.lineage.marquez.adapter.RunViews.RunView;
import io.weirworks.lineage.run.history.RunState;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Jobs whose words are current or of which runs are kept, and their runs. */
@Controller("/api/v1")
@ExecuteOn(TaskExecutors.BLOCKING)
final class JobsController {

  /** Runs of a job that Marquez's start page draws. */
  private static final int LATEST = 10;

  private final KnownJobs jobs;
  private final JobRuns runs;
  private final Namespaces namespaces;

  JobsController(KnownJobs jobs, JobRuns runs, Namespaces namespaces) {
    this.jobs = jobs;
    this.runs = runs;
    this.namespaces = namespaces;
  }

  /**
   * Jobs in the order of namespace and name.
   *
   * @param limit jobs at most, 1 to 1000
   * @param offset jobs that are passed over
   * @param lastRunStates jobs whose latest run is in one of these; absent for all
   */
  @Get("/jobs")
  JobPage all(
      @QueryValue(defaultValue = Pages.DEFAULT) int limit,
      @QueryValue(defaultValue = "0") int offset,
      @QueryValue(defaultValue = "") List<String> lastRunStates) {
    return page(new Pages(limit, offset), job -> true, states(lastRunStates));
  }

  /**
   * Jobs of a namespace.
   *
   * @param limit jobs at most, 1 to 1000
   * @param offset jobs that are passed over
   * @param lastRunStates jobs whose latest run is in one of these; absent for all
   */
  @Get("/namespaces/{namespace}/jobs")
  JobPage of(
      String namespace,
      @QueryValue(defaultValue = Pages.DEFAULT) int limit,
      @QueryValue(defaultValue = "0") int offset,
      @QueryValue(defaultValue = "") List<String> lastRunStates) {
    JobPage page =
        page(
            new Pages(limit, offset),
            job -> job.namespace().equals(namespace),
            states(lastRunStates));
    if (page.totalCount() == 0) {
      namespaces.named(namespace); // one of datasets only has no jobs, any other is not known
    }
    return page;
  }

  private JobPage page(Pages page, Predicate<Job> which, Set<RunState> states) {
    List<Job> all =
        jobs.all().stream()
            .filter(listed -> states.contains(listed.lastState()))
            .map(ListedJob::job)
            .filter(which)
            .toList();
    return new JobPage(jobs.views(page.of(all), LATEST), all.size());
  }

  private static Set<RunState> states(List<String> names) {
    Set<RunState> states = EnumSet.noneOf(RunState.class);
    names.stream().filter(name -> !name.isBlank()).map(JobsController::state).forEach(states::add);
    return states.isEmpty() ? EnumSet.allOf(RunState.class) : states;
  }

  private static RunState state(String name) {
    return Arrays.stream(RunState.values())
        .filter(state -> state.name().equals(name.strip().toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                RefusedReadException.invalid(
                    "lastRunStates", name, "the states are " + List.of(RunState.values())));
  }

  /** A job with what it reads and writes. */
  @Get("/namespaces/{namespace}/jobs/{job}")
  JobView job(String namespace, String job) {
    Job asked = new Job(namespace, job);
    jobs.outputs(asked);
    return jobs.views(List.of(asked), LATEST).getFirst();
  }

  /**
   * Runs of a job, latest first; where none is kept those that said something of what it writes.
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
    return runs.page(new Job(namespace, job), new Pages(limit, offset));
  }

  /** None: jobs have no versions here. */
  @Get("/namespaces/{namespace}/jobs/{job}/versions")
  VersionPage versions(String namespace, String job) {
    jobs.outputs(new Job(namespace, job));
    return new VersionPage(List.of(), 0);
  }

  /** A run that is kept, one of ours that lineage knows, or the latest of a job. */
  @Get("/jobs/runs/{id}")
  RunView run(String id) {
    return runs.find(id)
        .orElseThrow(() -> RefusedReadException.unknown("id", id, "no run with this id is kept"));
  }

  /**
   * What is kept of a run's facets.
   *
   * @param type run or job; of jobs none is kept
   */
  @Get("/jobs/runs/{id}/facets")
  RunFacets facets(String id, @QueryValue(defaultValue = "run") String type) {
    return new RunFacets(run(id).id(), type.equals("run") ? run(id).facets() : Map.of());
  }
}
