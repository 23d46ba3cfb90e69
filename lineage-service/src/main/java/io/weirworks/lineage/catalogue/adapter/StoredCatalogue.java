package io.weirworks.lineage.catalogue.adapter;

import io.weirworks.lineage.catalogue.Catalogue;
import io.weirworks.lineage.catalogue.TableSchema;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * The columns of tables as their rows have them. The rows are of all shards, so this is what was
 * committed when it was asked and nothing is kept of it.
 */
public final class StoredCatalogue {

  private StoredCatalogue() {}

  /** A way to read on a connection that somebody else holds. */
  @FunctionalInterface
  public interface Reader {
    Optional<TableSchema> read(Lookup lookup);
  }

  /** One read. */
  @FunctionalInterface
  public interface Lookup {
    Optional<TableSchema> run(Connection connection) throws SQLException;
  }

  public static Catalogue over(Reader reader) {
    return table -> reader.read(connection -> find(connection, table));
  }

  private static Optional<TableSchema> find(Connection connection, String table)
      throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT table_schema FROM lineage_table WHERE id = ?")) {
      statement.setString(1, table);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? LineageJson.schema(row.getString(1)) : Optional.empty();
      }
    }
  }
}
