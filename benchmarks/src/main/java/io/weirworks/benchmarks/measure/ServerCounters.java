package io.weirworks.benchmarks.measure;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/**
 * What the database server has counted since its start.
 *
 * @param statements statements that clients sent
 * @param redoBytes bytes written to the redo log
 * @param syncs fsync calls for redo log and data files
 * @param receivedBytes bytes that clients sent
 */
public record ServerCounters(long statements, long redoBytes, long syncs, long receivedBytes) {

  public static ServerCounters read(DataSource database) {
    try (Connection c = database.getConnection();
        Statement statement = c.createStatement()) {
      return new ServerCounters(
          status(statement, "Questions"),
          status(statement, "Innodb_os_log_written"),
          status(statement, "Innodb_os_log_fsyncs") + status(statement, "Innodb_data_fsyncs"),
          status(statement, "Bytes_received"));
    } catch (SQLException e) {
      throw new IllegalStateException("the server does not say what it counted", e);
    }
  }

  /** 0 where this server does not count that. */
  private static long status(Statement statement, String name) throws SQLException {
    try (ResultSet row = statement.executeQuery("SHOW GLOBAL STATUS LIKE '" + name + "'")) {
      return row.next() ? row.getLong(2) : 0;
    }
  }

  public ServerCounters since(ServerCounters before) {
    return new ServerCounters(
        statements - before.statements,
        redoBytes - before.redoBytes,
        syncs - before.syncs,
        receivedBytes - before.receivedBytes);
  }
}
