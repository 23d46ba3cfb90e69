package io.weirworks.lineage.graph.adapter;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Flow;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.graph.Direction;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;

/** Reads the rows of edges, one statement for each step of a closure. */
@Singleton
class EdgeQueries {

  /** An edge between two datasets by their ids. */
  record TableLink(String source, String target, Confirmation by) {}

  /** Longest IN list of one statement; longer ones are asked in parts. */
  private static final int LIST = 500;

  private final DataSource database;

  EdgeQueries(DataSource database) {
    this.database = database;
  }

  @FunctionalInterface
  private interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  List<TableLink> tableLinks(Collection<String> datasets, Direction direction) {
    return rows(
        "SELECT source_dataset, target_dataset, run_id, statement_index, observed_at"
            + " FROM table_edge WHERE "
            + near(direction),
        datasets,
        row ->
            new TableLink(
                row.getString("source_dataset"),
                row.getString("target_dataset"),
                confirmation(row)));
  }

  List<Known<ColumnEdge>> columnEdges(Collection<String> datasets, Direction direction) {
    return rows(
        "SELECT source_dataset, source_column, target_dataset, target_column, flow, expression,"
            + " from_catalogue, run_id, statement_index, observed_at FROM column_edge WHERE "
            + near(direction),
        datasets,
        row -> new Known<>(columnEdge(row), confirmation(row)));
  }

  private static String near(Direction direction) {
    String column =
        switch (direction) {
          case UPSTREAM -> "target_dataset";
          case DOWNSTREAM -> "source_dataset";
        };
    return column + " IN (?) ORDER BY id";
  }

  private static ColumnEdge columnEdge(ResultSet row) throws SQLException {
    String target = row.getString("target_column");
    String expression = row.getString("expression");
    return new ColumnEdge(
        row.getString("source_dataset"),
        row.getString("source_column"),
        row.getString("target_dataset"),
        target.isEmpty() ? null : target,
        Flow.valueOf(row.getString("flow")),
        expression.isEmpty() ? null : expression,
        row.getBoolean("from_catalogue"));
  }

  private static Confirmation confirmation(ResultSet row) throws SQLException {
    return new Confirmation(
        row.getString("run_id"),
        row.getInt("statement_index"),
        row.getObject("observed_at", LocalDateTime.class).toInstant(ZoneOffset.UTC));
  }

  private <T> List<T> rows(String sql, Collection<String> values, Row<T> mapping) {
    List<String> list = List.copyOf(values);
    List<T> all = new ArrayList<>();
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(true);
      for (int from = 0; from < list.size(); from += LIST) {
        List<String> part = list.subList(from, Math.min(from + LIST, list.size()));
        String places = "(" + String.join(",", Collections.nCopies(part.size(), "?")) + ")";
        try (PreparedStatement statement =
            connection.prepareStatement(sql.replace("(?)", places))) {
          for (int i = 0; i < part.size(); i++) {
            statement.setString(i + 1, part.get(i));
          }
          try (ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
              all.add(mapping.read(rows));
            }
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("edges cannot be read", e);
    }
    return all;
  }
}
