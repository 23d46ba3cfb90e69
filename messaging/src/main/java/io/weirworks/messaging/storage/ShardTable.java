package io.weirworks.messaging.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Rows of {@code shard}: the epoch that fences, and the count of the shard's transactions. */
public final class ShardTable {

  /**
   * @param number the shard's last transaction
   * @param stateComplete the state topic holds everything up to this transaction
   */
  public record ShardRow(int shard, long epoch, long number, long stateComplete) {}

  /**
   * @param now the database's time, read in the statement that locked the rows: one clock for all
   *     members; it may step back
   */
  public record Locked(List<ShardRow> rows, Instant now) {}

  private static final String COLUMNS =
      "SELECT shard, epoch, number, state_complete, UTC_TIMESTAMP(6) AS db_now FROM shard";

  private ShardTable() {}

  /** Makes the rows that are missing; where none is, it locks nothing. */
  public static void create(Connection c, int count) throws SQLException {
    if (Sql.select(c, "SELECT shard FROM shard", row -> row.getInt("shard")).size() >= count) {
      return;
    }
    List<Object[]> rows = new ArrayList<>();
    for (int shard = 0; shard < count; shard++) {
      rows.add(new Object[] {shard});
    }
    Sql.batch(
        c,
        "INSERT IGNORE INTO shard (shard, epoch, number, state_complete, owner)"
            + " VALUES (?, 0, 0, 0, '')",
        rows);
  }

  /**
   * Locks the rows in order of their numbers, waiting as long as the session's lock time-out says.
   */
  public static Locked lock(Connection c, Collection<Integer> shards) throws SQLException {
    return lock(c, shards, "");
  }

  /** Locks one row or fails at once where somebody else holds it. */
  public static Locked lockNow(Connection c, int shard) throws SQLException {
    return lock(c, List.of(shard), " NOWAIT");
  }

  private static Locked lock(Connection c, Collection<Integer> shards, String patience)
      throws SQLException {
    Instant[] now = {Instant.EPOCH};
    List<ShardRow> rows =
        Sql.selectIn(
            c,
            COLUMNS + " WHERE shard IN (?) ORDER BY shard FOR UPDATE" + patience,
            row -> {
              now[0] = Sql.instant(row, "db_now");
              return new ShardRow(
                  row.getInt("shard"),
                  row.getLong("epoch"),
                  row.getLong("number"),
                  row.getLong("state_complete"));
            },
            shards.stream().sorted().toList());
    return new Locked(rows, now[0]);
  }

  public static void raiseEpoch(Connection c, int shard, String owner) throws SQLException {
    Sql.update(c, "UPDATE shard SET epoch = epoch + 1, owner = ? WHERE shard = ?", owner, shard);
  }

  /** One multi-row statement for rows that all exist and are locked. */
  public static void advance(Connection c, Collection<ShardRow> rows) throws SQLException {
    Sql.batch(
        c,
        "INSERT INTO shard (shard, number, state_complete, epoch, owner) VALUES (?, ?, ?, 0, '')"
            + " ON DUPLICATE KEY UPDATE number = VALUES(number),"
            + " state_complete = VALUES(state_complete)",
        rows.stream()
            .map(row -> new Object[] {row.shard(), row.number(), row.stateComplete()})
            .toList());
  }
}
