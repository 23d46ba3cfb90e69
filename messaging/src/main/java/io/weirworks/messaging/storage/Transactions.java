package io.weirworks.messaging.storage;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Short reads and writes beside the shards' transactions. */
public final class Transactions {

  private Transactions() {}

  /** What is done on one connection. */
  @FunctionalInterface
  public interface Query<T> {
    T run(Connection c) throws SQLException;
  }

  /** Reads; the pool ends what the read began when it takes the connection back. */
  public static <T> T read(DataSource database, Query<T> query) throws SQLException {
    try (Connection c = database.getConnection()) {
      return query.run(c);
    }
  }

  /** Writes and commits; after an error nothing of it is left. */
  public static <T> T write(DataSource database, Query<T> query) throws SQLException {
    try (Connection c = database.getConnection()) {
      c.setAutoCommit(false);
      try {
        T result = query.run(c);
        c.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        c.rollback();
        throw e;
      }
    }
  }
}
