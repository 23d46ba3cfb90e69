package io.weirworks.lineage.graph.adapter;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.lineage.graph.adapter.HistoryViews.VersionView;
import io.weirworks.lineage.graph.adapter.HistoryViews.Versions;
import io.weirworks.lineage.table.TableHistory;
import io.weirworks.lineage.table.adapter.WordQueries;
import java.util.List;

/** How what a dataset is made from changed. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class VersionsController {

  private static final int MOST = 1_000;

  private final TableQueries tables;
  private final WordQueries words;

  VersionsController(TableQueries tables, WordQueries words) {
    this.tables = tables;
    this.words = words;
  }

  /**
   * What changed of the edges into a dataset, when, and by which run of which job; latest first.
   *
   * @param name in any spelling; a path's slashes are written %2F
   * @param limit changes at most, 1 to 1000
   */
  @Get("/lineage/tables/{name}/versions")
  Versions versions(String name, @QueryValue(defaultValue = "100") int limit) {
    String dataset = Parameters.dataset("name", name);
    int most = Parameters.within("limit", limit, MOST);
    if (tables.find(dataset).isEmpty()) {
      throw RefusedReadException.unknown("name", dataset);
    }
    List<TableHistory.Change> changes = TableHistory.of(words.history(dataset));
    List<VersionView> latestFirst =
        changes.reversed().stream().limit(most).map(VersionView::of).toList();
    return new Versions(dataset, latestFirst, latestFirst.size() < changes.size());
  }
}
