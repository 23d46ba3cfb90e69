package io.weirworks.messaging.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;

/** Rows of {@code shard_position}: where each shard goes on in each topic; moved with the state. */
public final class PositionTable {

  public record Position(int shard, String topic, String topicId, long nextOffset) {}

  public record Move(int shard, String topic, long nextOffset) {}

  private PositionTable() {}

  public static List<Position> of(Connection c, int shard) throws SQLException {
    return Sql.select(
        c,
        "SELECT topic, topic_id, next_offset FROM shard_position WHERE shard = ?",
        row ->
            new Position(
                shard,
                Sql.text(row, "topic"),
                Sql.text(row, "topic_id"),
                row.getLong("next_offset")),
        shard);
  }

  /** Stores positions for the first time, or anew after an operator accepted another topic. */
  public static void store(Connection c, Collection<Position> positions) throws SQLException {
    Sql.batch(
        c,
        "REPLACE INTO shard_position (shard, topic, topic_id, next_offset) VALUES (?, ?, ?, ?)",
        positions.stream()
            .map(p -> new Object[] {p.shard(), p.topic(), p.topicId(), p.nextOffset()})
            .toList());
  }

  /** Moves positions that are stored already, with one multi-row statement. */
  public static void move(Connection c, Collection<Move> moves) throws SQLException {
    Sql.batch(
        c,
        "INSERT INTO shard_position (shard, topic, topic_id, next_offset) VALUES (?, ?, '', ?)"
            + " ON DUPLICATE KEY UPDATE next_offset = VALUES(next_offset)",
        moves.stream().map(m -> new Object[] {m.shard(), m.topic(), m.nextOffset()}).toList());
  }
}
