package io.weirworks.messaging.storage;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of {@code timer}: (subject, kind, due), set and cleared in the transaction of their reason.
 */
public final class TimerTable {

  public record Key(String subject, String kind) {}

  /**
   * @param causationId the command or event that set the timer
   */
  public record Timer(
      Key key,
      int shard,
      String orderingKey,
      Instant due,
      String causationId,
      String correlationId) {}

  private static final String COLUMNS =
      "SELECT subject, kind, shard, ordering_key, due, causation_id, correlation_id FROM timer";

  private TimerTable() {}

  public static List<Timer> due(Connection c, int shard, Instant now, int most)
      throws SQLException {
    return Sql.select(
        c,
        COLUMNS + " WHERE shard = ? AND due <= ? ORDER BY due LIMIT ?",
        TimerTable::read,
        shard,
        now,
        most);
  }

  /** Reads again under the shard's lock what {@link #due} saw without it. */
  public static Optional<Timer> find(Connection c, Key key) throws SQLException {
    return Sql.select(
            c,
            COLUMNS + " WHERE subject = ? AND kind = ?",
            TimerTable::read,
            key.subject(),
            key.kind())
        .stream()
        .findFirst();
  }

  /** The same for several of one kind. */
  public static List<Timer> find(Connection c, String kind, Collection<String> subjects)
      throws SQLException {
    return Sql.selectIn(c, COLUMNS + " WHERE subject IN (?)", TimerTable::read, subjects).stream()
        .filter(timer -> timer.key().kind().equals(kind))
        .toList();
  }

  public static Optional<Instant> nextDue(Connection c, int shard) throws SQLException {
    return Sql.select(
            c,
            "SELECT due FROM timer WHERE shard = ? ORDER BY due LIMIT 1",
            row -> Sql.instant(row, "due"),
            shard)
        .stream()
        .findFirst();
  }

  public static void set(Connection c, Collection<Timer> timers) throws SQLException {
    Sql.batch(
        c,
        "REPLACE INTO timer (subject, kind, shard, ordering_key, due, causation_id, correlation_id)"
            + " VALUES (?,?,?,?,?,?,?)",
        timers.stream()
            .map(
                timer ->
                    new Object[] {
                      timer.key().subject(),
                      timer.key().kind(),
                      timer.shard(),
                      timer.orderingKey(),
                      timer.due(),
                      timer.causationId(),
                      timer.correlationId()
                    })
            .toList());
  }

  /** One statement for each kind; the driver would send one for each timer. */
  public static void clear(Connection c, Collection<Key> keys) throws SQLException {
    Map<String, List<String>> byKind =
        keys.stream().collect(groupingBy(Key::kind, mapping(Key::subject, toList())));
    for (Map.Entry<String, List<String>> kind : byKind.entrySet()) {
      Sql.updateIn(
          c, "DELETE FROM timer WHERE kind = ? AND subject IN (?)", kind.getValue(), kind.getKey());
    }
  }

  private static Timer read(ResultSet row) throws SQLException {
    return new Timer(
        new Key(Sql.text(row, "subject"), Sql.text(row, "kind")),
        row.getInt("shard"),
        Sql.text(row, "ordering_key"),
        Sql.instant(row, "due"),
        Sql.text(row, "causation_id"),
        Sql.text(row, "correlation_id"));
  }
}
