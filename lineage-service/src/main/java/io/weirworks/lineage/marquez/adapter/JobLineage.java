package io.weirworks.lineage.marquez.adapter;

import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.graph.Closure.Reach;
import io.weirworks.lineage.graph.Direction;
import io.weirworks.lineage.graph.adapter.LiveReads;
import io.weirworks.lineage.graph.adapter.RefusedReadException;
import io.weirworks.lineage.graph.adapter.TableQueries;
import io.weirworks.lineage.graph.adapter.TableQueries.TableRow;
import io.weirworks.lineage.marquez.Arrow;
import io.weirworks.lineage.marquez.JobGraph;
import io.weirworks.lineage.marquez.NodeId;
import io.weirworks.lineage.marquez.NodeId.Reading;
import io.weirworks.lineage.marquez.adapter.DatasetViews.DatasetView;
import io.weirworks.lineage.marquez.adapter.GraphViews.EdgeView;
import io.weirworks.lineage.marquez.adapter.GraphViews.Graph;
import io.weirworks.lineage.marquez.adapter.GraphViews.Node;
import io.weirworks.lineage.marquez.adapter.JobViews.JobView;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The lineage of a dataset or of a job, with jobs as nodes. */
@Singleton
final class JobLineage {

  private static final int MOST_EDGES = 10_000;

  private final LiveReads live;
  private final TableQueries tables;
  private final KnownDatasets datasets;
  private final KnownJobs jobs;

  JobLineage(LiveReads live, TableQueries tables, KnownDatasets datasets, KnownJobs jobs) {
    this.live = live;
    this.tables = tables;
    this.datasets = datasets;
    this.jobs = jobs;
  }

  /**
   * @param depth steps from dataset to dataset
   * @throws RefusedReadException where the node is not known
   */
  Graph around(NodeId node, int depth) {
    Optional<Job> job = job(node);
    Set<DatasetRef> starts = starts(node, job);
    Set<Known<TableEdge>> edges = new LinkedHashSet<>();
    boolean truncated = false;
    for (DatasetRef start : starts) {
      for (Direction direction : Direction.values()) {
        Reach<Known<TableEdge>> reach =
            live.tables(start.id(), direction, depth, Math.max(1, MOST_EDGES - edges.size()));
        reach.edges().forEach(reached -> edges.add(reached.edge()));
        truncated |= reach.truncated();
      }
      if (edges.size() >= MOST_EDGES) {
        truncated = true;
        break;
      }
    }
    return view(JobGraph.of(starts, job.stream().toList(), edges), truncated);
  }

  private Optional<Job> job(NodeId node) {
    return switch (node.type()) {
      case DATASET, DATASET_FIELD -> Optional.empty();
      case JOB -> node.readings().stream().map(Reading::job).filter(jobs::isKnown).findFirst();
    };
  }

  /** The dataset, or what the job writes; of a job of which only runs are known nothing. */
  private Set<DatasetRef> starts(NodeId node, Optional<Job> job) {
    List<TableRow> found =
        switch (node.type()) {
          case DATASET, DATASET_FIELD ->
              node.readings().stream()
                  .flatMap(one -> datasets.find(one).stream())
                  .limit(1)
                  .toList();
          case JOB -> job.map(known -> tables.all(jobs.outputs(known))).orElse(List.of());
        };
    if (found.isEmpty() && job.isEmpty()) {
      throw RefusedReadException.unknown(
          "nodeId", node.rest(), "neither lineage nor a run is of this node");
    }
    return found.stream()
        .map(TableRow::dataset)
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private Graph view(JobGraph graph, boolean truncated) {
    Map<String, List<Arrow>> in = Arrow.entering(graph.arrows());
    Map<String, List<Arrow>> out = Arrow.leaving(graph.arrows());
    List<Node> nodes = new ArrayList<>();
    for (DatasetView dataset : datasets.views(graph.datasets().values())) {
      String id = String.join(":", "dataset", dataset.namespace(), dataset.name());
      nodes.add(new Node(id, "DATASET", dataset, EdgeView.of(in, id), EdgeView.of(out, id)));
    }
    for (JobView job : jobs.views(graph.jobs().values(), 1)) {
      String id = String.join(":", "job", job.namespace(), job.name());
      nodes.add(new Node(id, "JOB", job, EdgeView.of(in, id), EdgeView.of(out, id)));
    }
    return new Graph(nodes, truncated);
  }
}
