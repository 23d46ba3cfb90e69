package io.weirworks.scheduler.adapter;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/** One row of a result, read by column name; times are UTC. */
public record Columns(ResultSet row) {

  /**
   * @throws SQLException where the column is null
   */
  public String text(String column) throws SQLException {
    return present(row.getString(column), column);
  }

  public @Nullable String textOrNull(String column) throws SQLException {
    return row.getString(column);
  }

  public int integer(String column) throws SQLException {
    return row.getInt(column);
  }

  public long number(String column) throws SQLException {
    return row.getLong(column);
  }

  public boolean flag(String column) throws SQLException {
    return row.getBoolean(column);
  }

  /**
   * @throws SQLException where the column is null
   */
  public Instant time(String column) throws SQLException {
    return present(timeOrNull(column), column);
  }

  public @Nullable Instant timeOrNull(String column) throws SQLException {
    LocalDateTime time = row.getObject(column, LocalDateTime.class);
    return time == null ? null : time.toInstant(ZoneOffset.UTC);
  }

  private static <T> T present(@Nullable T value, String column) throws SQLException {
    if (value == null) {
      throw new SQLException("column " + column + " is null");
    }
    return value;
  }
}
