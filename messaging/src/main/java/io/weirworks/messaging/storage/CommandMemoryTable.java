package io.weirworks.messaging.storage;

import io.weirworks.messaging.Rejection;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Rows of {@code command_memory}: outside commands and their first outcome, kept for 8 days. */
public final class CommandMemoryTable {

  /** The idempotency key. */
  public record Key(String source, String id) {}

  /**
   * What was asked, to tell a repeat from a reused key.
   *
   * @param digest of what was asked, as text: bytes cost the driver more than all other columns
   */
  public record Content(String actor, String digest) {}

  /** The first outcome, which repeats get again. */
  public sealed interface Outcome {

    /** Parked: the decision comes later and answers the first asker and {@code owed} repeats. */
    record Pending(int owed) implements Outcome {}

    record Accepted(@Nullable String subject, long sequence) implements Outcome {}

    record Rejected(Rejection rejection) implements Outcome {}
  }

  public record Remembered(Key key, Content content, Instant decidedAt, Outcome outcome) {}

  private static final String COLUMNS =
      "SELECT id, source, actor, content, decided_at, outcome, owed, subject, sequence, code, message,"
          + " field, value FROM command_memory";

  /** How many columns every outcome has; those behind them are a refusal's. */
  private static final int OF_ALL = 9;

  private static final int ALL = 13;

  private CommandMemoryTable() {}

  public static Map<Key, Remembered> find(Connection c, Collection<Key> keys) throws SQLException {
    Map<Key, Remembered> found = new HashMap<>();
    List<String> ids = keys.stream().map(Key::id).distinct().toList();
    for (Remembered row :
        Sql.selectIn(c, COLUMNS + " WHERE id IN (?)", CommandMemoryTable::read, ids)) {
      found.put(row.key(), row);
    }
    return found;
  }

  /**
   * The outcome of a command for whoever reads it over HTTP; ids are unique within their source.
   */
  public static Optional<Remembered> find(Connection c, String id) throws SQLException {
    return Sql.select(
            c, COLUMNS + " WHERE id = ? ORDER BY decided_at LIMIT 1", CommandMemoryTable::read, id)
        .stream()
        .findFirst();
  }

  /**
   * Inserts first outcomes; a key that another shard decided meanwhile breaks the unique key. Most
   * are accepted, and the columns of a refusal are half the cost of a row.
   */
  public static void insert(Connection c, Collection<Remembered> rows) throws SQLException {
    List<@Nullable Object[]> refused = new ArrayList<>();
    List<@Nullable Object[]> others = new ArrayList<>();
    for (Remembered row : rows) {
      if (row.outcome() instanceof Outcome.Rejected) {
        refused.add(values(row));
      } else {
        others.add(Arrays.copyOf(values(row), OF_ALL));
      }
    }
    Sql.batch(
        c,
        "INSERT INTO command_memory (id, source, actor, content, decided_at, outcome, owed, subject,"
            + " sequence) VALUES (?,?,?,?,?,?,?,?,?)",
        others);
    Sql.batch(
        c,
        "INSERT INTO command_memory (id, source, actor, content, decided_at, outcome, owed, subject,"
            + " sequence, code, message, field, value) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
        refused);
  }

  public static void settle(Connection c, Collection<Remembered> rows) throws SQLException {
    Sql.batch(
        c,
        "UPDATE command_memory SET decided_at = ?, outcome = ?, owed = ?, subject = ?, sequence = ?,"
            + " code = ?, message = ?, field = ?, value = ? WHERE id = ? AND source = ?",
        rows.stream()
            .map(
                row -> {
                  @Nullable Object[] all = values(row);
                  @Nullable Object[] update = Arrays.copyOfRange(all, 4, all.length + 2);
                  update[9] = all[0];
                  update[10] = all[1];
                  return update;
                })
            .toList());
  }

  /**
   * Forgets at most {@code most} commands decided before {@code before}; small batches keep locks
   * short.
   */
  public static int forget(Connection c, Instant before, int most) throws SQLException {
    return Sql.update(
        c,
        "DELETE FROM command_memory WHERE decided_at < ? ORDER BY decided_at LIMIT " + most,
        before);
  }

  private static @Nullable Object[] values(Remembered row) {
    @Nullable Object[] all = new @Nullable Object[ALL];
    all[0] = row.key().id();
    all[1] = row.key().source();
    all[2] = row.content().actor();
    all[3] = row.content().digest();
    all[4] = row.decidedAt();
    all[6] = 0;
    fill(all, row.outcome());
    return all;
  }

  private static void fill(@Nullable Object[] all, Outcome outcome) {
    switch (outcome) {
      case Outcome.Pending(int owed) -> {
        all[5] = "PENDING";
        all[6] = owed;
      }
      case Outcome.Accepted(String subject, long sequence) -> {
        all[5] = "ACCEPTED";
        all[7] = subject;
        all[8] = sequence;
      }
      case Outcome.Rejected(Rejection rejection) -> {
        all[5] = "REJECTED";
        all[9] = rejection.code();
        all[10] = shortened(rejection.message(), 4000);
        all[11] = shortened(rejection.field(), 255);
        all[12] = shortened(rejection.value(), 1000);
      }
    }
  }

  private static @Nullable String shortened(@Nullable String text, int longest) {
    return text == null || text.length() <= longest ? text : text.substring(0, longest);
  }

  private static Remembered read(ResultSet row) throws SQLException {
    Outcome outcome =
        switch (Sql.text(row, "outcome")) {
          case "PENDING" -> new Outcome.Pending(row.getInt("owed"));
          case "ACCEPTED" ->
              new Outcome.Accepted(row.getString("subject"), row.getLong("sequence"));
          case "REJECTED" ->
              new Outcome.Rejected(
                  new Rejection(
                      Sql.text(row, "code"),
                      Sql.text(row, "message"),
                      row.getString("field"),
                      row.getString("value")));
          default -> throw new SQLException("unknown outcome " + row.getString("outcome"));
        };
    return new Remembered(
        new Key(Sql.text(row, "source"), Sql.text(row, "id")),
        new Content(Sql.text(row, "actor"), Sql.text(row, "content")),
        Sql.instant(row, "decided_at"),
        outcome);
  }
}
