package io.weirworks.lineage.impact.adapter;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.graph.LineageGraph;
import io.weirworks.lineage.graph.adapter.LiveGraph;
import io.weirworks.lineage.graph.adapter.Parameters;
import io.weirworks.lineage.graph.adapter.RefusedReadException;
import io.weirworks.lineage.impact.Cause;
import io.weirworks.lineage.impact.Impact;
import io.weirworks.lineage.impact.ImpactAssessment;
import java.time.InstantSource;
import java.util.List;

/** What would break: the same as {@code AssessImpact}, and nothing is told. */
@Controller("/lineage/impact")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ImpactController {

  private final LiveGraph live;
  private final StoredSurroundings surroundings;
  private final InstantSource clock;

  ImpactController(LiveGraph live, StoredSurroundings surroundings, InstantSource clock) {
    this.live = live;
    this.surroundings = surroundings;
    this.clock = clock;
  }

  /**
   * What depends on a dataset or on a column of it.
   *
   * @param dataset in any spelling
   * @param column of it; absent for all of it
   */
  @Get
  ImpactView impact(
      @QueryValue String dataset, @QueryValue(defaultValue = ColumnEdge.ANY) String column) {
    ColumnNode origin = Parameters.column("dataset", dataset, column);
    LineageGraph graph = live.graph();
    if (!graph.knows(origin.dataset())) {
      throw RefusedReadException.unknown("dataset", origin.dataset());
    }
    ImpactAssessment assessment = new ImpactAssessment(graph, surroundings);
    Impact.Subject subject = new Impact.Subject("", origin.dataset(), Cause.CHANGE, null);
    return ImpactView.of(assessment.assess(subject, List.of(origin), clock.instant()));
  }
}
