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
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.graph.Closure;
import io.weirworks.lineage.graph.Closure.Reach;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.graph.Direction;
import io.weirworks.lineage.graph.adapter.EdgeQueries.TableLink;
import io.weirworks.lineage.graph.adapter.TableQueries.TableRow;
import io.weirworks.lineage.graph.adapter.Views.ColumnEdgeView;
import io.weirworks.lineage.graph.adapter.Views.ColumnGraph;
import io.weirworks.lineage.graph.adapter.Views.TableEdgeView;
import io.weirworks.lineage.graph.adapter.Views.TableGraph;
import io.weirworks.lineage.graph.adapter.Views.TablePage;
import io.weirworks.lineage.graph.adapter.Views.TableView;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    int most = within("limit", limit, LONGEST_PAGE);
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
   */
  @Get("/lineage/tables/{name}")
  HttpResponse<?> table(String name, @QueryValue(defaultValue = "1") int depth) {
    DatasetRef dataset = dataset(name);
    int steps = within("depth", depth, DEEPEST);
    Optional<TableRow> row = tables.find(dataset.id());
    if (row.isEmpty()) {
      return unknown(dataset);
    }
    Reach<TableLink> upstream = tableLinks(dataset.id(), UPSTREAM, steps);
    Reach<TableLink> downstream = tableLinks(dataset.id(), DOWNSTREAM, steps);
    return HttpResponse.ok(
        new TableGraph(
            TableView.of(row.get()),
            upstream.edges().stream().map(TableEdgeView::of).toList(),
            downstream.edges().stream().map(TableEdgeView::of).toList(),
            upstream.truncated() || downstream.truncated()));
  }

  private Reach<TableLink> tableLinks(String start, Direction direction, int depth) {
    return new Closure<String, TableLink>(
            frontier -> edges.tableLinks(frontier, direction),
            link ->
                switch (direction) {
                  case UPSTREAM -> link.source();
                  case DOWNSTREAM -> link.target();
                })
        .from(start, depth, MOST_EDGES);
  }

  /**
   * What a column was made from, or what was made from it.
   *
   * @param table in any spelling; a path's slashes are written %2F
   * @param direction upstream or downstream
   * @param depth steps at most, 1 to 100
   * @param indirect whether joins, filters, groupings and the like are followed too
   */
  @Get("/lineage/columns/{table}/{column}")
  HttpResponse<?> column(
      String table,
      String column,
      @QueryValue(defaultValue = "upstream") String direction,
      @QueryValue(defaultValue = "100") int depth,
      @QueryValue(defaultValue = "false") boolean indirect) {
    DatasetRef dataset = dataset(table);
    Direction way = direction(direction);
    int steps = within("depth", depth, DEEPEST);
    if (tables.find(dataset.id()).isEmpty()) {
      return unknown(dataset);
    }
    ColumnNode start = new ColumnNode(dataset.id(), column.toLowerCase(Locale.ROOT));
    Reach<Known<ColumnEdge>> reach = columnEdges(start, way, steps, indirect);
    return HttpResponse.ok(
        new ColumnGraph(
            start.dataset(),
            start.column(),
            way.name().toLowerCase(Locale.ROOT),
            reach.edges().stream().map(ColumnEdgeView::of).toList(),
            reach.truncated()));
  }

  private Reach<Known<ColumnEdge>> columnEdges(
      ColumnNode start, Direction direction, int depth, boolean indirect) {
    return new Closure<ColumnNode, Known<ColumnEdge>>(
            frontier -> leaving(frontier, direction, indirect),
            known -> ColumnNode.far(known.edge(), direction))
        .from(start, depth, MOST_EDGES);
  }

  private List<Known<ColumnEdge>> leaving(
      Set<ColumnNode> frontier, Direction direction, boolean indirect) {
    Set<String> datasets =
        frontier.stream().map(ColumnNode::dataset).collect(Collectors.toUnmodifiableSet());
    List<Known<ColumnEdge>> all =
        edges.columnEdges(datasets, direction).stream()
            .filter(known -> indirect || known.edge().flow().direct())
            .toList();
    return ColumnNode.leaving(frontier, all, known -> ColumnNode.near(known.edge(), direction));
  }

  private static DatasetRef dataset(String name) {
    return DatasetNames.parse(name)
        .orElseThrow(
            () ->
                new InvalidParameterException(
                    "name",
                    name,
                    "not a table name; a right one is database.table or path:/files"));
  }

  private static Direction direction(String name) {
    return Arrays.stream(Direction.values())
        .filter(direction -> direction.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidParameterException(
                    "direction", name, "the directions are upstream and downstream"));
  }

  private static int within(String parameter, int value, int most) {
    if (value < 1 || value > most) {
      throw new InvalidParameterException(
          parameter, String.valueOf(value), parameter + " is from 1 to " + most);
    }
    return value;
  }

  private static HttpResponse<Problem> unknown(DatasetRef dataset) {
    return HttpResponse.notFound(
        new Problem(
            "NotFound", "no successful run has touched this dataset", "name", dataset.id()));
  }

  @Error
  HttpResponse<Problem> invalid(InvalidParameterException e) {
    return HttpResponse.badRequest(e.problem());
  }
}
