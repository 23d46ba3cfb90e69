package io.weirworks.lineage.table.adapter;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Reads the rows of any number of datasets. */
record RowsOfDatasets(DataSource database) {

  /** Longest IN list of one statement; longer ones are asked in parts. */
  private static final int LIST = 500;

  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  /**
   * @param sql with {@code (?)} for the datasets, and {@code ?} behind it where a bound is handed
   *     in
   */
  <T> List<T> rows(
      String sql, Collection<String> datasets, @Nullable String until, Row<T> mapping) {
    List<String> list = List.copyOf(datasets);
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
          if (until != null) {
            statement.setString(part.size() + 1, until);
          }
          read(statement, mapping, all);
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("what was said of datasets cannot be read", e);
    }
    return all;
  }

  private static <T> void read(PreparedStatement statement, Row<T> mapping, List<T> all)
      throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        all.add(mapping.read(rows));
      }
    }
  }
}
