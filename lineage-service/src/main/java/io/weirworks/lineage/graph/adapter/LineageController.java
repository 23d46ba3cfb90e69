package io.weirworks.lineage.graph.adapter;

import static io.weirworks.lineage.graph.Direction.DOWNSTREAM;
import static io.weirworks.lineage.graph.Direction.UPSTREAM;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.graph.Closure.Reach;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.graph.Direction;
import io.weirworks.lineage.graph.Following;
import io.weirworks.lineage.graph.adapter.Views.ColumnEdgeView;
import io.weirworks.lineage.graph.adapter.Views.ColumnGraph;
import io.weirworks.lineage.graph.adapter.Views.PathsView;
import io.weirworks.lineage.graph.adapter.Views.TableEdgeView;
import io.weirworks.lineage.graph.adapter.Views.TableGraph;
import io.weirworks.lineage.graph.adapter.Views.TableView;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The lineage of datasets and columns: as it is from the graph in memory (503 {@code
 * GraphNotLoaded} until that is loaded), as it was from the rows.
 */
@Controller("/lineage")
@ExecuteOn(TaskExecutors.BLOCKING)
final class LineageController {

  private static final int MOST_EDGES = 10_000;
  private static final int MOST_PATHS = 100;

  private final TableQueries tables;
  private final LiveReads live;
  private final PastReads past;

  LineageController(TableQueries tables, LiveReads live, PastReads past) {
    this.tables = tables;
    this.live = live;
    this.past = past;
  }

  /**
   * A dataset with its columns, what it was made from and what was made from it.
   *
   * @param name in any spelling: case, quotes and the default database do not matter; path: and the
   *     path for files, whose slashes are written %2F
   * @param depth steps at most, 1 to 100
   * @param asOf the edges as they were then, such as 2026-11-20T12:00:00Z; absent: as they are
   */
  @Get("/tables/{name}")
  TableGraph table(
      String name,
      @QueryValue(defaultValue = "1") int depth,
      @QueryValue(defaultValue = "") String asOf) {
    String dataset = Parameters.dataset("name", name);
    int steps = Parameters.within("depth", depth, Parameters.DEEPEST);
    TableView shown =
        tables
            .find(dataset)
            .map(TableView::of)
            .orElseThrow(() -> RefusedReadException.unknown("name", dataset));
    Instant time = Parameters.asOf(asOf);
    Reach<Known<TableEdge>> upstream = tableEdges(dataset, UPSTREAM, steps, time);
    Reach<Known<TableEdge>> downstream = tableEdges(dataset, DOWNSTREAM, steps, time);
    return new TableGraph(
        shown,
        upstream.edges().stream().map(TableEdgeView::of).toList(),
        downstream.edges().stream().map(TableEdgeView::of).toList(),
        upstream.truncated() || downstream.truncated());
  }

  private Reach<Known<TableEdge>> tableEdges(
      String start, Direction direction, int depth, @Nullable Instant asOf) {
    return asOf == null
        ? live.tables(start, direction, depth, MOST_EDGES)
        : past.tables(start, direction, depth, MOST_EDGES, asOf);
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
  @Get("/columns/{table}/{column}")
  ColumnGraph column(
      String table,
      String column,
      @QueryValue(defaultValue = "upstream") String direction,
      @QueryValue(defaultValue = "100") int depth,
      @QueryValue(defaultValue = "false") boolean indirect,
      @QueryValue(defaultValue = "") String asOf) {
    ColumnNode start = Parameters.column("name", table, column);
    Direction way = Parameters.direction(direction);
    int steps = Parameters.within("depth", depth, Parameters.DEEPEST);
    if (tables.find(start.dataset()).isEmpty()) {
      throw RefusedReadException.unknown("name", start.dataset());
    }
    Instant time = Parameters.asOf(asOf);
    Following following = Parameters.following(indirect);
    Reach<Known<ColumnEdge>> reach =
        time == null
            ? live.columns(start, way, following, steps, MOST_EDGES)
            : past.columns(start, way, indirect, steps, MOST_EDGES, time);
    return new ColumnGraph(
        start.dataset(),
        start.column(),
        way.name().toLowerCase(Locale.ROOT),
        reach.edges().stream().map(ColumnEdgeView::of).toList(),
        reach.truncated());
  }

  /**
   * The shortest ways by which data of one column came into another, at most 100 of them.
   *
   * @param fromTable in any spelling, as toTable
   * @param depth steps at most, 1 to 100
   * @param indirect whether joins, filters, groupings and the like are followed too
   */
  @Get("/paths")
  PathsView paths(
      @QueryValue String fromTable,
      @QueryValue String fromColumn,
      @QueryValue String toTable,
      @QueryValue String toColumn,
      @QueryValue(defaultValue = "100") int depth,
      @QueryValue(defaultValue = "false") boolean indirect) {
    ColumnNode from = Parameters.column("fromTable", fromTable, fromColumn);
    ColumnNode to = Parameters.column("toTable", toTable, toColumn);
    int steps = Parameters.within("depth", depth, Parameters.DEEPEST);
    live.requireKnown("fromTable", from.dataset());
    live.requireKnown("toTable", to.dataset());
    return live.paths(from, to, Parameters.following(indirect), steps, MOST_PATHS);
  }
}
