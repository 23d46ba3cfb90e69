package io.weirworks.lineage.impact.adapter;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.impact.Bounded;
import io.weirworks.lineage.impact.Impact;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * An impact as JSON.
 *
 * @param truncated whether one of the lists has not all
 */
@Serdeable
record ImpactView(
    Listed<TableView> tables,
    Listed<ColumnView> columns,
    Listed<JobView> jobs,
    Listed<InstanceView> instances,
    Listed<BaselineView> baselines,
    boolean truncated) {

  /**
   * As much of a list as is shown.
   *
   * @param total how many there are
   */
  @Serdeable
  record Listed<T>(List<T> shown, int total) {

    static <T, V> Listed<V> of(Bounded<T> bounded, Function<T, V> view) {
      return new Listed<>(bounded.shown().stream().map(view).toList(), bounded.total());
    }
  }

  /**
   * @param depth steps to it, from 1
   */
  @Serdeable
  record TableView(String dataset, int depth) {}

  /**
   * @param depth steps to it, from 1
   */
  @Serdeable
  record ColumnView(String dataset, String column, int depth) {}

  /**
   * A job that writes an affected dataset.
   *
   * @param owner absent where nobody is named
   */
  @Serdeable
  record JobView(String namespace, String name, @Nullable String owner) {}

  /** A node instance that has not begun to run. */
  @Serdeable
  record InstanceView(
      String nodeInstanceId,
      String workspace,
      String workflow,
      String node,
      String bizdate,
      Instant scheduledTime) {}

  /** A baseline that has an affected job as a task. */
  @Serdeable
  record BaselineView(String baselineId, String workspace, String name, int priority) {}

  static ImpactView of(Impact impact) {
    return new ImpactView(
        Listed.of(impact.tables(), table -> new TableView(table.dataset(), table.depth())),
        Listed.of(
            impact.columns(),
            one -> new ColumnView(one.column().dataset(), one.column().column(), one.depth())),
        Listed.of(
            impact.jobs(),
            one -> new JobView(one.job().namespace(), one.job().name(), one.owner())),
        Listed.of(impact.instances(), ImpactView::view),
        Listed.of(
            impact.baselines(),
            one -> new BaselineView(one.id(), one.workspace(), one.name(), one.priority())),
        impact.truncated());
  }

  private static InstanceView view(Impact.Instance one) {
    return new InstanceView(
        one.id(), one.workspace(), one.workflow(), one.node(), one.bizdate(), one.scheduledTime());
  }
}
