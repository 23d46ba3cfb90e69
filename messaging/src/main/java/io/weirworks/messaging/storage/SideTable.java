package io.weirworks.messaging.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.TreeSet;

/** Rows of a service's own beside the subject rows: names, edges, outputs. */
public final class SideTable {

  /** What identifies a row of a table. */
  public record Column(String table, String name) {}

  private SideTable() {}

  public static void write(Connection c, String sql, Collection<Object[]> rows)
      throws SQLException {
    Sql.batch(c, sql, rows);
  }

  /** One statement for all, in key order; the driver would send one for each. */
  public static void remove(Connection c, Column column, Collection<String> keys)
      throws SQLException {
    Sql.updateIn(
        c,
        "DELETE FROM " + column.table() + " WHERE " + column.name() + " IN (?)",
        new TreeSet<>(keys));
  }
}
