package io.weirworks.messaging.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Rows of a service's own beside the subject rows: names, edges, outputs. */
public final class SideTable {

  /** What identifies a row of a table. */
  public record Column(String table, String name) {}

  private SideTable() {}

  /** A batch for each statement. */
  public static void write(Connection c, Map<String, List<Object[]>> rows) throws SQLException {
    for (Map.Entry<String, List<Object[]>> ofOne : rows.entrySet()) {
      Sql.batch(c, ofOne.getKey(), ofOne.getValue());
    }
  }

  /** One statement for each table, in key order; the driver would send one for each row. */
  public static void remove(Connection c, Map<Column, List<String>> keys) throws SQLException {
    for (Map.Entry<Column, List<String>> ofOne : keys.entrySet()) {
      Column column = ofOne.getKey();
      Sql.updateIn(
          c,
          "DELETE FROM " + column.table() + " WHERE " + column.name() + " IN (?)",
          new TreeSet<>(ofOne.getValue()));
    }
  }
}
