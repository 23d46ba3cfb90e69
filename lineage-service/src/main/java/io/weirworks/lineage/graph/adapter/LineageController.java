package io.weirworks.lineage.graph.adapter;

import static io.weirworks.lineage.graph.Direction.DOWNSTREAM;
import static io.weirworks.lineage.graph.Direction.UPSTREAM;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.graph.Closure;
import io.weirworks.lineage.graph.Closure.Reach;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.graph.Direction;
import io.weirworks.lineage.graph.adapter.TableQueries.TableRow;
import io.weirworks.lineage.graph.adapter.Views.ColumnEdgeView;
import io.weirworks.lineage.graph.adapter.Views.ColumnGraph;
import io.weirworks.lineage.graph.adapter.Views.TableEdgeView;
import io.weirworks.lineage.graph.adapter.Views.TableGraph;
import io.weirworks.lineage.graph.adapter.Views.TablePage;
import io.weirworks.lineage.graph.adapter.Views.TableView;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Datasets and their lineage. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class LineageController {

  private static final int MOST_EDGES = 10_000;
  private static final int DEEPEST = 100;
  private static final int LONGEST_PAGE = 1_000;

  private final TableQueries tables;
  private final EdgeQueries edges;

  LineageController(TableQueries tables, EdgeQueries edges) {
    this.tables = tables;
    this.edges = edges;
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

  /**
   * A dataset with its columns, what it was made from and what was made from it.
   *
   * @param name in any spelling: case, quotes and the default database do not matter; path: and the
   *     path for files, whose slashes are written %2F
   * @param depth steps at most, 1 to 100
   * @param asOf the edges as they were then, such as 2026-11-20T12:00:00Z; absent: as they are
   */
  @Get("/lineage/tables/{name}")
  HttpResponse<?> table(
      String name,
      @QueryValue(defaultValue = "1") int depth,
      @QueryValue(defaultValue = "") String asOf) {
    DatasetRef dataset = Parameters.dataset(name);
    int steps = Parameters.within("depth", depth, DEEPEST);
    Optional<TableRow> row = tables.find(dataset.id());
    if (row.isEmpty()) {
      return Parameters.unknown(dataset);
    }
    Instant time = Parameters.asOf(asOf);
    Reach<Known<TableEdge>> upstream = tableEdges(dataset.id(), UPSTREAM, steps, time);
    Reach<Known<TableEdge>> downstream = tableEdges(dataset.id(), DOWNSTREAM, steps, time);
    return HttpResponse.ok(
        new TableGraph(
            TableView.of(row.get()),
            upstream.edges().stream().map(TableEdgeView::of).toList(),
            downstream.edges().stream().map(TableEdgeView::of).toList(),
            upstream.truncated() || downstream.truncated()));
  }

  private Reach<Known<TableEdge>> tableEdges(
      String start, Direction direction, int depth, @Nullable Instant asOf) {
    return new Closure<String, Known<TableEdge>>(
            frontier -> edges.tableEdges(frontier, direction, asOf),
            known ->
                switch (direction) {
                  case UPSTREAM -> known.edge().sourceDataset();
                  case DOWNSTREAM -> known.edge().targetDataset();
                },
            edges::otherNames)
        .from(start, depth, MOST_EDGES);
  }

  /**
   * What a column was made from, or what was made from it.
   *
   * @param table in any spelling; a path's slashes are written %2F
   * @param direction upstream or downstream
   * @param depth steps at most, 1 to 100
   * @param indirect whether joins, filters, groupings and the like are followed too
   * @param asOf the edges as they were then; absent: as they are
   */
  @Get("/lineage/columns/{table}/{column}")
  HttpResponse<?> column(
      String table,
      String column,
      @QueryValue(defaultValue = "upstream") String direction,
      @QueryValue(defaultValue = "100") int depth,
      @QueryValue(defaultValue = "false") boolean indirect,
      @QueryValue(defaultValue = "") String asOf) {
    DatasetRef dataset = Parameters.dataset(table);
    Direction way = Parameters.direction(direction);
    int steps = Parameters.within("depth", depth, DEEPEST);
    if (tables.find(dataset.id()).isEmpty()) {
      return Parameters.unknown(dataset);
    }
    ColumnNode start = new ColumnNode(dataset.id(), column.toLowerCase(Locale.ROOT));
    Function<Set<ColumnNode>, List<Known<ColumnEdge>>> leaving =
        leaving(way, indirect, Parameters.asOf(asOf));
    Reach<Known<ColumnEdge>> reach =
        new Closure<>(leaving, known -> ColumnNode.far(known.edge(), way), edges::otherColumns)
            .from(start, steps, MOST_EDGES);
    return HttpResponse.ok(
        new ColumnGraph(
            start.dataset(),
            start.column(),
            way.name().toLowerCase(Locale.ROOT),
            reach.edges().stream().map(ColumnEdgeView::of).toList(),
            reach.truncated()));
  }

  private Function<Set<ColumnNode>, List<Known<ColumnEdge>>> leaving(
      Direction direction, boolean indirect, @Nullable Instant asOf) {
    return frontier -> {
      Set<String> datasets =
          frontier.stream().map(ColumnNode::dataset).collect(Collectors.toUnmodifiableSet());
      List<Known<ColumnEdge>> all =
          edges.columnEdges(datasets, direction, asOf).stream()
              .filter(known -> indirect || known.edge().flow().direct())
              .toList();
      return ColumnNode.leaving(frontier, all, known -> ColumnNode.near(known.edge(), direction));
    };
  }

  @Error
  HttpResponse<Problem> invalid(InvalidParameterException e) {
    return HttpResponse.badRequest(e.problem());
  }
}
