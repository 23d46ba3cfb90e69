package io.weirworks.lineage.metadata.adapter;

import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Runs one query of the Data Map. */
@Singleton
class Reading {

  /** Makes something of a row. */
  @FunctionalInterface
  interface Row<T> {
    T read(ResultSet row) throws SQLException;
  }

  private final DataSource database;

  Reading(DataSource database) {
    this.database = database;
  }

  <T> List<T> rows(String sql, Row<T> mapping, Object... parameters) {
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
      throw new IllegalStateException("the Data Map cannot be read", e);
    }
  }
}
