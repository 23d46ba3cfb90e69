package io.weirworks.lineage.marquez.adapter;

import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.graph.LineageGraph;
import io.weirworks.lineage.graph.adapter.LiveGraph;
import io.weirworks.lineage.graph.adapter.RefusedReadException;
import io.weirworks.lineage.marquez.KnownJob;
import io.weirworks.lineage.marquez.ListedJob;
import io.weirworks.lineage.marquez.adapter.JobViews.JobView;
import io.weirworks.lineage.marquez.adapter.RunViews.RunView;
import io.weirworks.lineage.run.history.KnownRun;
import io.weirworks.lineage.run.history.adapter.RunHistory;
import io.weirworks.lineage.table.CurrentEdges;
import io.weirworks.lineage.table.adapter.WordQueries;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Jobs whose words are current, which says the graph, and what they say the rows; and jobs of which
 * runs are kept.
 */
@Singleton
class KnownJobs {

  private final LiveGraph live;
  private final WordQueries words;
  private final RunHistory history;

  KnownJobs(LiveGraph live, WordQueries words, RunHistory history) {
    this.live = live;
    this.words = words;
    this.history = history;
  }

  /** In the order of namespace and name. */
  List<ListedJob> all() {
    return ListedJob.all(live.graph().jobs(), history.jobs());
  }

  boolean isKnown(Job job) {
    return !live.graph().writtenBy(job).isEmpty() || history.count(job) > 0;
  }

  /** What its current words lead to; of a job of which only runs are kept nothing. */
  List<String> outputs(Job job) {
    List<String> written = live.graph().writtenBy(job);
    if (written.isEmpty() && history.count(job) == 0) {
      throw RefusedReadException.unknown(
          "job",
          job.namespace() + ":" + job.name(),
          "neither current lineage nor a run of this job is known");
    }
    return written;
  }

  /**
   * Those of the jobs that are still known, in the order of namespace and name.
   *
   * @param runs how many of the latest of each are shown
   */
  List<JobView> views(Collection<Job> jobs, int runs) {
    LineageGraph graph = live.graph();
    Set<String> targets =
        jobs.stream().flatMap(job -> graph.writtenBy(job).stream()).collect(Collectors.toSet());
    List<Known<TableEdge>> edges =
        words.words(targets, null).values().stream()
            .flatMap(said -> CurrentEdges.of(said).tables().stream())
            .toList();
    Map<Job, KnownJob> known = KnownJob.of(edges);
    Map<Job, List<KnownRun>> latest = history.latest(jobs, runs);
    return jobs.stream()
        .sorted(ListedJob.ORDER)
        .flatMap(job -> JobViews.of(known.get(job), latest.getOrDefault(job, List.of())).stream())
        .toList();
  }

  /** A run of any engine by its word, as long as that is the latest of its job. */
  Optional<RunView> latestRun(String id) {
    return live.graph().jobs().entrySet().stream()
        .filter(job -> job.getValue().runId().equals(id))
        .findFirst()
        .map(job -> RunView.of(job.getKey(), job.getValue()));
  }
}
