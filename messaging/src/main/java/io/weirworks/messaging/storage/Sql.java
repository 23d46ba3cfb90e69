package io.weirworks.messaging.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Batched JDBC in one place: one SELECT … IN and one batched write per table. Times are UTC. */
final class Sql {

  /** Longest IN list of one statement; longer ones are asked in parts. */
  private static final int LIST = 1000;

  private Sql() {}

  /** Maps one row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  static <T> List<T> select(
      Connection c, String sql, Row<T> mapping, @Nullable Object... parameters)
      throws SQLException {
    try (PreparedStatement statement = c.prepareStatement(sql)) {
      bind(statement, parameters);
      try (ResultSet rows = statement.executeQuery()) {
        List<T> all = new ArrayList<>();
        while (rows.next()) {
          all.add(mapping.read(rows));
        }
        return all;
      }
    }
  }

  /** Runs {@code sql} with its {@code (?)} replaced by as many places as there are values. */
  static <T> List<T> selectIn(Connection c, String sql, Row<T> mapping, Collection<?> values)
      throws SQLException {
    List<Object> list = new ArrayList<>(values);
    List<T> all = new ArrayList<>();
    for (int from = 0; from < list.size(); from += LIST) {
      List<Object> part = list.subList(from, Math.min(from + LIST, list.size()));
      all.addAll(select(c, sql.replace("(?)", places(part)), mapping, part.toArray()));
    }
    return all;
  }

  /** Runs {@code sql} with its {@code (?)} replaced, after the other parameters, as above. */
  static void updateIn(Connection c, String sql, Collection<?> values, Object... before)
      throws SQLException {
    List<Object> list = new ArrayList<>(values);
    for (int from = 0; from < list.size(); from += LIST) {
      List<Object> part = list.subList(from, Math.min(from + LIST, list.size()));
      List<Object> parameters = new ArrayList<>(List.of(before));
      parameters.addAll(part);
      update(c, sql.replace("(?)", places(part)), parameters.toArray());
    }
  }

  private static String places(List<?> values) {
    return "(" + String.join(",", Collections.nCopies(values.size(), "?")) + ")";
  }

  static int update(Connection c, String sql, @Nullable Object... parameters) throws SQLException {
    try (PreparedStatement statement = c.prepareStatement(sql)) {
      bind(statement, parameters);
      return statement.executeUpdate();
    }
  }

  static void batch(Connection c, String sql, Collection<? extends @Nullable Object[]> rows)
      throws SQLException {
    if (rows.isEmpty()) {
      return;
    }
    try (PreparedStatement statement = c.prepareStatement(sql)) {
      for (@Nullable Object[] row : rows) {
        bind(statement, row);
        statement.addBatch();
      }
      statement.executeBatch();
    }
  }

  private static void bind(PreparedStatement statement, @Nullable Object... parameters)
      throws SQLException {
    for (int i = 0; i < parameters.length; i++) {
      Object value = parameters[i];
      switch (value) {
        case null -> statement.setObject(i + 1, null);
        case String text -> statement.setString(i + 1, text);
        case Long number -> statement.setLong(i + 1, number);
        case Integer number -> statement.setInt(i + 1, number);
        case byte[] bytes -> statement.setBytes(i + 1, bytes);
        case Instant instant -> statement.setObject(i + 1, utc(instant));
        default -> statement.setObject(i + 1, value);
      }
    }
  }

  static LocalDateTime utc(Instant instant) {
    return LocalDateTime.ofInstant(instant, ZoneOffset.UTC);
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDateTime.class).toInstant(ZoneOffset.UTC);
  }

  static String text(ResultSet row, String column) throws SQLException {
    String value = row.getString(column);
    if (value == null) {
      throw new SQLException("column " + column + " is null");
    }
    return value;
  }
}
