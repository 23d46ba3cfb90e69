package io.weirworks.messaging.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;

/** Rows of {@code messaging_setting}: facts that are fixed for the life of the schema. */
public final class SettingTable {

  private SettingTable() {}

  public static Optional<String> find(Connection c, String name) throws SQLException {
    return Sql.select(
            c,
            "SELECT value FROM messaging_setting WHERE name = ?",
            row -> Sql.text(row, "value"),
            name)
        .stream()
        .findFirst();
  }

  /** Stores the value where there is none yet. */
  public static void store(Connection c, String name, String value) throws SQLException {
    Sql.update(c, "INSERT IGNORE INTO messaging_setting (name, value) VALUES (?, ?)", name, value);
  }
}
