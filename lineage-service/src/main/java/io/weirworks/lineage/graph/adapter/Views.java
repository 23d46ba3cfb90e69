package io.weirworks.lineage.graph.adapter;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.catalogue.TableSchema;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.graph.Closure.Reached;
import io.weirworks.lineage.graph.adapter.HistoryViews.SaidBy;
import io.weirworks.lineage.graph.adapter.TableQueries.TableRow;
import io.weirworks.lineage.sql.SchemaChange.Column;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the reads answer, as JSON. */
final class Views {

  private Views() {}

  /**
   * A column.
   *
   * @param type as written; absent where a query defines it
   */
  @Serdeable
  public record ColumnView(String name, @Nullable String type) {

    static ColumnView of(Column column) {
      return new ColumnView(column.name().toLowerCase(Locale.ROOT), column.type().orElse(null));
    }
  }

  /**
   * A dataset.
   *
   * @param id canonical name
   * @param kind TABLE or PATH
   * @param columns in order; empty where they are not known
   * @param updatedAt end of the latest run that touched it
   */
  @Serdeable
  public record TableView(
      String id, String kind, String name, List<ColumnView> columns, Instant updatedAt) {

    static TableView of(TableRow row) {
      return new TableView(
          row.dataset().id(),
          row.dataset().kind().name(),
          row.dataset().name(),
          row.schema().map(TableSchema::columns).orElse(List.of()).stream()
              .map(ColumnView::of)
              .toList(),
          row.updatedAt());
    }
  }

  /**
   * A page of datasets.
   *
   * @param next what to hand in as {@code after} for the next page; absent on the last
   */
  @Serdeable
  public record TablePage(List<TableView> tables, @Nullable String next) {}

  /**
   * Data flowed from one dataset to another.
   *
   * @param depth steps from the dataset that was asked for, from 1
   * @param runId the latest run that confirmed it
   * @param observedAt when that run ended
   * @param knownBy STATIC, RUNTIME or STATIC,RUNTIME
   * @param saidBy all jobs that say so, latest first
   */
  @Serdeable
  public record TableEdgeView(
      String source,
      String target,
      int depth,
      String runId,
      Instant observedAt,
      String knownBy,
      List<SaidBy> saidBy) {

    static TableEdgeView of(Reached<Known<TableEdge>> reached) {
      Known<TableEdge> known = reached.edge();
      return new TableEdgeView(
          known.edge().sourceDataset(),
          known.edge().targetDataset(),
          reached.depth(),
          known.by().runId(),
          known.by().observedAt(),
          HistoryViews.knownBy(known),
          SaidBy.of(known));
    }
  }

  /**
   * A dataset with its columns and what it was made from and what was made from it.
   *
   * @param truncated whether there are more edges than are shown
   */
  @Serdeable
  public record TableGraph(
      TableView table,
      List<TableEdgeView> upstream,
      List<TableEdgeView> downstream,
      boolean truncated) {}

  /**
   * One column has its part in another.
   *
   * @param sourceColumn {@code *} for columns of the dataset that nobody has listed
   * @param targetColumn absent for the dataset as a whole
   * @param kind DIRECT or INDIRECT
   * @param subtype IDENTITY, TRANSFORMATION, AGGREGATION, JOIN, FILTER, GROUP_BY, SORT, WINDOW,
   *     CONDITIONAL
   * @param expression that makes the target, as written
   * @param fromCatalogue whether the columns of a dataset had to be known from elsewhere
   * @param depth steps from the column that was asked for, from 1
   * @param knownBy STATIC, RUNTIME or STATIC,RUNTIME
   * @param saidBy all jobs that say so, latest first
   */
  @Serdeable
  public record ColumnEdgeView(
      String sourceDataset,
      String sourceColumn,
      String targetDataset,
      @Nullable String targetColumn,
      String kind,
      String subtype,
      @Nullable String expression,
      boolean fromCatalogue,
      int depth,
      String runId,
      Instant observedAt,
      String knownBy,
      List<SaidBy> saidBy) {

    static ColumnEdgeView of(Reached<Known<ColumnEdge>> reached) {
      ColumnEdge edge = reached.edge().edge();
      return new ColumnEdgeView(
          edge.sourceDataset(),
          edge.sourceColumn(),
          edge.targetDataset(),
          edge.targetColumn(),
          edge.flow().direct() ? "DIRECT" : "INDIRECT",
          edge.flow().name(),
          edge.expression(),
          edge.fromCatalogue(),
          reached.depth(),
          reached.edge().by().runId(),
          reached.edge().by().observedAt(),
          HistoryViews.knownBy(reached.edge()),
          SaidBy.of(reached.edge()));
    }
  }

  /**
   * What a column was made from, or what was made from it, nearest first.
   *
   * @param truncated whether there are more edges than are shown
   */
  @Serdeable
  public record ColumnGraph(
      String table,
      String column,
      String direction,
      List<ColumnEdgeView> edges,
      boolean truncated) {}

  /**
   * The shortest ways from one column to another, each from its first edge to its last; depth
   * counts down to 1.
   *
   * @param truncated whether there are more, or the search had to end before it found any
   */
  @Serdeable
  public record PathsView(List<List<ColumnEdgeView>> paths, boolean truncated) {}
}
