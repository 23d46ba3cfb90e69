package io.weirworks.lineage.impact;

import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.graph.ColumnNode;
import java.time.Instant;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What depends on something, as the graph knows it now.
 *
 * @param subject why and of what it is the impact
 * @param origins what it begins at; {@code *} for a dataset as a whole
 * @param tables datasets downstream, nearest first
 * @param columns columns downstream, nearest dataset first
 * @param jobs that write the datasets downstream
 * @param instances of the jobs shown that have not begun to run
 * @param baselines that have one of the jobs shown as a task
 */
public record Impact(
    Subject subject,
    Bounded<ColumnNode> origins,
    Bounded<Table> tables,
    Bounded<Column> columns,
    Bounded<Owned> jobs,
    Bounded<Instance> instances,
    Bounded<Baseline> baselines,
    Instant assessedAt) {

  /**
   * What an impact is called.
   *
   * @param orderingKey of its records: the workflow instance of the node instance, else the first
   *     dataset
   * @param nodeInstance that failed or was cancelled; null: somebody asked
   */
  public record Subject(String id, String orderingKey, Cause cause, @Nullable String nodeInstance) {

    /** Null where somebody asked. */
    public @Nullable String workflowInstance() {
      return nodeInstance == null ? null : orderingKey;
    }
  }

  /**
   * @param depth steps to it, from 1
   */
  public record Table(String dataset, int depth) {}

  /**
   * @param depth steps to it, from 1
   */
  public record Column(ColumnNode column, int depth) {}

  /**
   * A job.
   *
   * @param owner who answers for it; null: nobody is named
   */
  public record Owned(Job job, @Nullable String owner) {}

  /** A node instance that has not begun to run. */
  public record Instance(
      String id,
      String workflowInstance,
      String workspace,
      String workflow,
      String node,
      String bizdate,
      Instant scheduledTime) {}

  /** A baseline. */
  public record Baseline(String id, String workspace, String name, int priority) {}

  public boolean truncated() {
    return Stream.of(origins, tables, columns, jobs, instances, baselines)
        .anyMatch(Bounded::truncated);
  }
}
