package io.weirworks.messaging.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;

/** Rows of a service's own beside the subject rows: names, edges, outputs. */
public final class SideTable {

  private SideTable() {}

  public static void write(Connection c, String sql, Collection<Object[]> rows)
      throws SQLException {
    Sql.batch(c, sql, rows);
  }
}
