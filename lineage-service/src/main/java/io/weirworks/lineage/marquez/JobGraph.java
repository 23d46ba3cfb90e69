package io.weirworks.lineage.marquez;

import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.dataset.Provenance;
import io.weirworks.lineage.dataset.TableEdge;
import java.util.Collection;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Lineage with jobs as nodes: each job that says an edge between two datasets stands between them.
 *
 * @param datasets by node id
 * @param jobs by node id
 * @param arrows from datasets to jobs and from jobs to datasets
 */
public record JobGraph(
    SortedMap<String, DatasetRef> datasets, SortedMap<String, Job> jobs, SortedSet<Arrow> arrows) {

  /**
   * @param starts datasets that are there, even if no edge is
   * @param jobs the same of jobs
   */
  public static JobGraph of(
      Collection<DatasetRef> starts, Collection<Job> jobs, Collection<Known<TableEdge>> edges) {
    JobGraph graph = new JobGraph(new TreeMap<>(), new TreeMap<>(), new TreeSet<>());
    starts.forEach(graph::node);
    jobs.forEach(job -> graph.jobs.put(NodeId.of(job), job));
    for (Known<TableEdge> known : edges) {
      String source = graph.node(known.edge().source());
      String target = graph.node(known.edge().target());
      for (Provenance by : known.saidBy()) {
        Job job = by.writer().job();
        String between = NodeId.of(job);
        graph.jobs.put(between, job);
        graph.arrows.add(new Arrow(source, between));
        graph.arrows.add(new Arrow(between, target));
      }
    }
    return graph;
  }

  private String node(DatasetRef dataset) {
    String id = NodeId.of(dataset);
    datasets.put(id, dataset);
    return id;
  }
}
