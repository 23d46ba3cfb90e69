package io.weirworks.benchmarks.lineage;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.table.Word;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The baseline: edges as indexed rows, searched breadth first with one statement for each level (in
 * parts of 500 names), as reads did before the graph lay in memory. It asks by column, where they
 * asked by table: that is kinder to it.
 */
final class SqlSearch {

  private static final int LIST = 500;

  private final Connection connection;

  SqlSearch(Connection connection) {
    this.connection = connection;
  }

  void create() throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE TABLE edge (source VARCHAR(200) COLLATE utf8mb4_bin NOT NULL,"
              + " target VARCHAR(200) COLLATE utf8mb4_bin NOT NULL, KEY (source), KEY (target))");
    }
  }

  void add(Word word) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO edge (source, target) VALUES (?, ?)")) {
      for (ColumnEdge edge : word.version().columnEdges()) {
        insert.setString(1, edge.sourceDataset() + "." + edge.sourceColumn());
        insert.setString(2, edge.targetDataset() + "." + edge.targetColumn());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** How many columns are reached downstream. */
  int downstream(String column, int depth) throws SQLException {
    Set<String> seen = new HashSet<>(Set.of(column));
    List<String> front = List.of(column);
    for (int step = 1; step <= depth && !front.isEmpty(); step++) {
      List<String> next = new ArrayList<>();
      for (int from = 0; from < front.size(); from += LIST) {
        for (String target : targets(front.subList(from, Math.min(from + LIST, front.size())))) {
          if (seen.add(target)) {
            next.add(target);
          }
        }
      }
      front = next;
    }
    return seen.size() - 1;
  }

  private List<String> targets(List<String> sources) throws SQLException {
    String places = String.join(",", Collections.nCopies(sources.size(), "?"));
    try (PreparedStatement select =
        connection.prepareStatement("SELECT target FROM edge WHERE source IN (" + places + ")")) {
      for (int i = 0; i < sources.size(); i++) {
        select.setString(i + 1, sources.get(i));
      }
      List<String> targets = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          targets.add(rows.getString(1));
        }
      }
      return targets;
    }
  }
}
