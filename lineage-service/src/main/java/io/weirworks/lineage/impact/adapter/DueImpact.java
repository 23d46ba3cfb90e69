package io.weirworks.lineage.impact.adapter;

import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.impact.Impact;
import io.weirworks.lineage.internal.adapter.Trail;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An impact that is to be assessed.
 *
 * @param writer it begins at what this job wrote before; null: at {@code origins}
 * @param trail who asked, and what led here
 */
record DueImpact(
    Impact.Subject subject, @Nullable Job writer, List<ColumnNode> origins, Trail trail) {

  static DueImpact ofNode(Impact.Subject subject, Job writer, Trail trail) {
    return new DueImpact(subject, writer, List.of(), trail);
  }

  static DueImpact of(Impact.Subject subject, List<ColumnNode> origins, Trail trail) {
    return new DueImpact(subject, null, origins, trail);
  }
}
