package io.weirworks.executor.database.adapter;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** The service's database as runners and HTTP reads use it: outside the shards' transactions. */
@Singleton
public final class ExecutorDatabase {

  private final DataSource source;

  ExecutorDatabase(DataSource source) {
    this.source = source;
  }

  /** What is done on a connection. */
  @FunctionalInterface
  public interface Use<T> {
    T on(Jdbc jdbc) throws SQLException;
  }

  /** Each statement by itself. */
  public <T> T use(Use<T> use) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(true);
      return use.on(new Jdbc(connection));
    }
  }

  /** All or nothing. */
  public <T> T transact(Use<T> use) throws SQLException {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = use.on(new Jdbc(connection));
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      }
    }
  }
}
