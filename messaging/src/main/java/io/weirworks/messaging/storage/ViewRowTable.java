package io.weirworks.messaging.storage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of {@code view_row}: the last state that other services told of their subjects. */
public final class ViewRowTable {

  /**
   * @param body the framed state record, null after a tombstone
   */
  public record ViewRow(
      String subject, String type, @Nullable String name, long sequence, byte @Nullable [] body) {}

  private static final String COLUMNS = "SELECT subject, type, name, sequence, body FROM view_row";

  private ViewRowTable() {}

  public static Optional<ViewRow> find(Connection c, String subject) throws SQLException {
    return Sql.select(c, COLUMNS + " WHERE subject = ?", ViewRowTable::read, subject).stream()
        .findFirst();
  }

  public static Optional<ViewRow> findByName(Connection c, String type, String name)
      throws SQLException {
    return Sql.select(
            c,
            COLUMNS + " WHERE name = ? AND type = ? AND body IS NOT NULL",
            ViewRowTable::read,
            name,
            type)
        .stream()
        .findFirst();
  }

  /** Those of several names, at most so many for each thousand names. */
  public static List<ViewRow> findByNames(
      Connection c, String type, Collection<String> names, int most) throws SQLException {
    return Sql.selectIn(
            c,
            COLUMNS + " WHERE name IN (?) AND body IS NOT NULL LIMIT " + most,
            ViewRowTable::read,
            names)
        .stream()
        .filter(row -> row.type().equals(type))
        .toList();
  }

  public static Map<String, Long> sequences(Connection c, Collection<String> subjects)
      throws SQLException {
    Map<String, Long> found = new HashMap<>();
    Sql.selectIn(
        c,
        "SELECT subject, sequence FROM view_row WHERE subject IN (?)",
        row -> found.put(Sql.text(row, "subject"), row.getLong("sequence")),
        subjects);
    return found;
  }

  public static void put(Connection c, Collection<ViewRow> rows) throws SQLException {
    Sql.batch(
        c,
        "REPLACE INTO view_row (subject, type, name, sequence, body) VALUES (?,?,?,?,?)",
        rows.stream()
            .map(
                row ->
                    new @Nullable Object[] {
                      row.subject(), row.type(), row.name(), row.sequence(), row.body()
                    })
            .toList());
  }

  public static List<ViewRow> all(Connection c, String type) throws SQLException {
    return Sql.select(
        c,
        COLUMNS + " WHERE type = ? AND body IS NOT NULL ORDER BY name",
        ViewRowTable::read,
        type);
  }

  private static ViewRow read(ResultSet row) throws SQLException {
    return new ViewRow(
        Sql.text(row, "subject"),
        Sql.text(row, "type"),
        row.getString("name"),
        row.getLong("sequence"),
        row.getBytes("body"));
  }
}
