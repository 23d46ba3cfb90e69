package io.weirworks.messaging.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Rows of {@code outbox}: one per transaction and shard, in the order of its transactions. */
public final class OutboxTable {

  public record Key(int shard, long number) {}

  public record OutboxRow(Key key, Instant createdAt, byte[] records) {}

  private OutboxTable() {}

  public static void insert(Connection c, Collection<OutboxRow> rows) throws SQLException {
    Sql.batch(
        c,
        "INSERT INTO outbox (shard, number, created_at, records) VALUES (?, ?, ?, ?)",
        rows.stream()
            .map(
                row ->
                    new Object[] {
                      row.key().shard(), row.key().number(), row.createdAt(), row.records()
                    })
            .toList());
  }

  /** The oldest unsent rows of a shard: by state, never by "number greater than the last" (R43). */
  public static List<OutboxRow> oldest(Connection c, int shard, int most) throws SQLException {
    return Sql.select(
        c,
        "SELECT number, created_at, records FROM outbox WHERE shard = ? ORDER BY number LIMIT ?",
        row ->
            new OutboxRow(
                new Key(shard, row.getLong("number")),
                Sql.instant(row, "created_at"),
                row.getBytes("records")),
        shard,
        most);
  }

  public static Optional<Instant> oldestCreatedAt(Connection c) throws SQLException {
    return Sql.select(
            c,
            "SELECT created_at FROM outbox ORDER BY created_at LIMIT 1",
            row -> Sql.instant(row, "created_at"))
        .stream()
        .findFirst();
  }

  /** How many rows went, with one statement for all; the driver would send one for each. */
  public static int delete(Connection c, Collection<Key> keys) throws SQLException {
    if (keys.isEmpty()) {
      return 0;
    }
    String rows =
        String.join(" OR ", Collections.nCopies(keys.size(), "(shard = ? AND number = ?)"));
    Object[] places = keys.stream().flatMap(key -> Stream.of(key.shard(), key.number())).toArray();
    return Sql.update(c, "DELETE FROM outbox WHERE " + rows, places);
  }
}
