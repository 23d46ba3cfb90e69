package io.weirworks.scheduler.adapter;

import io.weirworks.messaging.SubjectKind;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * Reads subjects of one kind for HTTP, newest first, page by page from where the last one ended, so
 * that a page costs the same wherever it is.
 *
 * @param <S> the state of a subject
 */
public final class Listing<S> {

  /** The most items of one page. */
  public static final int MAX_SIZE = 500;

  private static final String SEPARATOR = "_";

  private final DataSource database;
  private final SubjectKind<S, ?> kind;

  public Listing(DataSource database, SubjectKind<S, ?> kind) {
    this.database = database;
    this.kind = kind;
  }

  /** The subject of this id. */
  public Optional<Map<String, @Nullable Object>> one(String id) {
    return select(" WHERE id = ? AND removed = 0", List.of(id)).stream()
        .findFirst()
        .map(Found::json);
  }

  /**
   * A page.
   *
   * @param filters value by column; a null value does not filter
   * @param size at least 1, at most {@link #MAX_SIZE}
   * @param after {@link Page#next} of the page before; null: the first page
   */
  public Page page(Map<String, @Nullable String> filters, int size, @Nullable String after) {
    if (size < 1 || size > MAX_SIZE) {
      throw HttpInput.bad("size is %d; it lies between 1 and %d".formatted(size, MAX_SIZE));
    }
    List<Object> parameters = new ArrayList<>();
    StringBuilder where = new StringBuilder(" WHERE removed = 0");
    filters.forEach(
        (column, value) -> {
          if (value != null) {
            where.append(" AND ").append(column).append(" = ?");
            parameters.add(value);
          }
        });
    if (after != null) {
      where.append(" AND (created_at < ? OR (created_at = ? AND id < ?))");
      parameters.addAll(place(after));
    }
    parameters.add(size + 1);
    List<Found> found = select(where + " ORDER BY created_at DESC, id DESC LIMIT ?", parameters);
    List<Found> shown = found.size() > size ? found.subList(0, size) : found;
    return new Page(
        shown.stream().map(Found::json).toList(),
        found.size() > size ? shown.getLast().place() : null);
  }

  private record Found(Map<String, @Nullable Object> json, String place) {}

  private static List<Object> place(String after) {
    try {
      String[] parts = after.split(SEPARATOR, 2);
      LocalDateTime time = LocalDateTime.ofInstant(Instant.parse(parts[0]), ZoneOffset.UTC);
      return List.of(time, time, parts[1]);
    } catch (DateTimeParseException | ArrayIndexOutOfBoundsException e) {
      throw HttpInput.bad("after is '" + after + "'; hand in what the page before gave as next");
    }
  }

  private List<Found> select(String rest, List<Object> parameters) {
    String sql =
        "SELECT id, sequence, "
            + String.join(", ", kind.table().columns())
            + " FROM "
            + kind.table().name()
            + rest;
    try (Connection c = database.getConnection();
        PreparedStatement statement = c.prepareStatement(sql)) {
      for (int i = 0; i < parameters.size(); i++) {
        statement.setObject(i + 1, parameters.get(i));
      }
      return read(statement);
    } catch (SQLException e) {
      throw new IllegalStateException(kind.name() + " cannot be read", e);
    }
  }

  private List<Found> read(PreparedStatement statement) throws SQLException {
    List<Found> all = new ArrayList<>();
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        Columns row = new Columns(rows);
        all.add(
            new Found(
                RecordJson.of(kind.stateRecord(kind.table().read(rows))),
                row.time("created_at") + SEPARATOR + row.text("id")));
      }
    }
    return all;
  }

  /** Filters under construction, in the order of an index. */
  public static Map<String, @Nullable String> filters() {
    return new LinkedHashMap<>();
  }
}
