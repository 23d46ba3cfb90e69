package io.weirworks.lineage.marquez.adapter;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.graph.LineageGraph;
import io.weirworks.lineage.graph.adapter.LiveGraph;
import io.weirworks.lineage.graph.adapter.RefusedReadException;
import io.weirworks.lineage.marquez.KnownJob;
import io.weirworks.lineage.marquez.adapter.JobViews.JobView;
import io.weirworks.lineage.marquez.adapter.JobViews.RunView;
import io.weirworks.lineage.table.CurrentEdges;
import io.weirworks.lineage.table.adapter.WordQueries;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Jobs whose words are current: which they are says the graph, what they say the rows. */
@Singleton
class KnownJobs {

  private static final Comparator<Job> ORDER =
      Comparator.comparing(Job::namespace).thenComparing(Job::name);

  private final LiveGraph live;
  private final WordQueries words;

  KnownJobs(LiveGraph live, WordQueries words) {
    this.live = live;
    this.words = words;
  }

  /** In the order of namespace and name, each with its latest word. */
  List<Map.Entry<Job, Confirmation>> all() {
    return live.graph().jobs().entrySet().stream().sorted(Map.Entry.comparingByKey(ORDER)).toList();
  }

  boolean isKnown(Job job) {
    return !live.graph().writtenBy(job).isEmpty();
  }

  /** What it writes. */
  List<String> outputs(Job job) {
    List<String> written = live.graph().writtenBy(job);
    if (written.isEmpty()) {
      throw RefusedReadException.unknown(
          "job", job.namespace() + ":" + job.name(), "no current lineage is of this job");
    }
    return written;
  }

  /** Those of the jobs that still say something, in the order of namespace and name. */
  List<JobView> views(Collection<Job> jobs) {
    LineageGraph graph = live.graph();
    Set<String> targets =
        jobs.stream().flatMap(job -> graph.writtenBy(job).stream()).collect(Collectors.toSet());
    List<Known<TableEdge>> edges =
        words.words(targets, null).values().stream()
            .flatMap(said -> CurrentEdges.of(said).tables().stream())
            .toList();
    Map<Job, KnownJob> known = KnownJob.of(edges);
    return jobs.stream()
        .sorted(ORDER)
        .flatMap(job -> Stream.ofNullable(known.get(job)))
        .map(JobView::of)
        .toList();
  }

  /** A run of any engine, as long as it is the latest of its job. */
  Optional<RunView> latestRun(String id) {
    return live.graph().jobs().entrySet().stream()
        .filter(job -> job.getValue().runId().equals(id))
        .findFirst()
        .map(job -> RunView.of(job.getKey(), job.getValue()));
  }
}
