package io.weirworks.lineage.database.adapter;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Runs one query beside the poll thread, on a connection of its own. */
@Singleton
public final class DatabaseReads {

  /** Makes something of a row. */
  @FunctionalInterface
  public interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final DataSource database;

  DatabaseReads(DataSource database) {
    this.database = database;
  }

  /**
   * @param parameters for the places of the SQL, in order
   * @throws IllegalStateException where the database does not answer
   */
  public <T> List<T> rows(String sql, Row<T> mapping, Object... parameters) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(true);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        for (int i = 0; i < parameters.length; i++) {
          statement.setObject(i + 1, parameters[i]);
        }
        try (ResultSet rows = statement.executeQuery()) {
          List<T> all = new ArrayList<>();
          while (rows.next()) {
            all.add(mapping.read(rows));
          }
          return all;
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("lineage cannot be read", e);
    }
  }
}
