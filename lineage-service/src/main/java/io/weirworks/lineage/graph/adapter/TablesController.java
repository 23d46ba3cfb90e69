package io.weirworks.lineage.graph.adapter;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.lineage.graph.adapter.Views.TablePage;
import io.weirworks.lineage.graph.adapter.Views.TableView;
import java.util.List;
import java.util.Locale;

/** Datasets by name. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class TablesController {

  private static final int LONGEST_PAGE = 1_000;

  private final TableQueries tables;

  TablesController(TableQueries tables) {
    this.tables = tables;
  }

  /**
   * Datasets in the order of their ids.
   *
   * @param after id behind which the page begins
   * @param search part of the id
   * @param limit datasets at most, 1 to 1000
   */
  @Get("/tables")
  TablePage list(
      @QueryValue(defaultValue = "") String after,
      @QueryValue(defaultValue = "") String search,
      @QueryValue(defaultValue = "100") int limit) {
    int most = Parameters.within("limit", limit, LONGEST_PAGE);
    List<TableView> page =
        tables.page(after, search.toLowerCase(Locale.ROOT), most).stream()
            .map(TableView::of)
            .toList();
    return new TablePage(page, page.size() < most ? null : page.getLast().id());
  }
}
