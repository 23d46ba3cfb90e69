package io.weirworks.messaging.shard;

import io.weirworks.messaging.outbox.OutboxPublisher;
import io.weirworks.messaging.shard.TopicFacts.Fact;
import io.weirworks.messaging.shard.TopicFacts.Range;
import io.weirworks.messaging.storage.OutboxTable;
import io.weirworks.messaging.storage.OutboxTable.OutboxRow;
import io.weirworks.messaging.storage.ParkedTable;
import io.weirworks.messaging.storage.SettingTable;
import io.weirworks.messaging.storage.ShardTable;
import io.weirworks.messaging.storage.ShardTable.ShardRow;
import io.weirworks.messaging.storage.TimerTable;
import io.weirworks.messaging.storage.Transactions;
import io.weirworks.messaging.wire.RecordBytes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.apache.kafka.common.TopicPartition;

/**
 * Taking a shard (DESIGN 3.2): a transaction that raises its epoch, which fences whoever had it;
 * only then drain the outbox, load what memory keeps, and begin at the stored positions.
 */
final class TakeOver {

  private static final String SHARDS = "shards";
  private static final int ROWS_AT_ONCE = 50;

  private final DataSource database;
  private final TopicFacts facts;
  private final OutboxPublisher publisher;
  private final String owner;
  private final List<String> topics;

  TakeOver(
      DataSource database,
      TopicFacts facts,
      OutboxPublisher publisher,
      String owner,
      List<String> topics) {
    this.database = database;
    this.facts = facts;
    this.publisher = publisher;
    this.owner = owner;
    this.topics = topics;
  }

  /** The topics as they are now, checked against each other and against the recorded count. */
  Map<String, Fact> topicsOfOneCount() throws NotYetException, SQLException {
    Map<String, Fact> described = facts.describe(topics);
    List<Integer> counts = described.values().stream().map(Fact::partitions).distinct().toList();
    if (counts.size() != 1) {
      throw new NotYetException("partition counts differ: " + described, null);
    }
    int count = counts.getFirst();
    String recorded = Transactions.write(database, c -> recordedCount(c, count));
    if (!recorded.equals(String.valueOf(count))) {
      throw new NotYetException(
          "topics have " + count + " partitions, the database was made for " + recorded, null);
    }
    return described;
  }

  /** Records the count where none is, and then the shards' rows. */
  private static String recordedCount(Connection c, int count) throws SQLException {
    SettingTable.store(c, SHARDS, String.valueOf(count));
    String recorded = SettingTable.find(c, SHARDS).orElseThrow();
    if (recorded.equals(String.valueOf(count))) {
      ShardTable.create(c, count);
    }
    return recorded;
  }

  OwnedShard take(int shard, Map<String, Fact> described, List<TopicPartition> partitions)
      throws NotYetException, SQLException {
    Map<String, Range> ranges = facts.ranges(partitions);
    OwnedShard taken;
    try (Connection c = database.getConnection()) {
      c.setAutoCommit(false);
      try {
        taken = raiseEpoch(c, shard);
        taken.positions.putAll(new StoredPositions(shard, described, ranges).settle(c));
        c.commit();
      } catch (SQLException e) {
        c.rollback();
        if (DatabaseErrors.of(e) == DatabaseErrors.LOCK) {
          throw new NotYetException("another member holds its row", e);
        }
        throw e;
      } catch (NotYetException | RuntimeException e) {
        c.rollback();
        throw e;
      }
    }
    drain(shard);
    remember(taken);
    return taken;
  }

  private OwnedShard raiseEpoch(Connection c, int shard) throws SQLException {
    ShardRow row = ShardTable.lockNow(c, shard).rows().getFirst();
    ShardTable.raiseEpoch(c, shard, owner);
    return new OwnedShard(shard, row.epoch() + 1, row.number(), row.stateComplete());
  }

  /** Publishes what the owner before left, in order; its records may be there twice (I4). */
  private void drain(int shard) throws SQLException, NotYetException {
    while (true) {
      List<OutboxRow> rows =
          Transactions.read(database, c -> OutboxTable.oldest(c, shard, ROWS_AT_ONCE));
      if (rows.isEmpty()) {
        return;
      }
      rows.forEach(row -> publisher.publish(row.key(), RecordBytes.readOutgoing(row.records())));
      if (!publisher.flush()) {
        throw new NotYetException(
            "its outbox cannot be drained: the broker does not take it", null);
      }
      List<OutboxTable.Key> sent = rows.stream().map(OutboxRow::key).toList();
      Transactions.write(database, c -> OutboxTable.delete(c, sent));
    }
  }

  private void remember(OwnedShard taken) throws SQLException {
    try (Connection c = database.getConnection()) {
      taken.nextTimer = TimerTable.nextDue(c, taken.shard).orElse(null);
      ParkedTable.waiting(c, taken.shard).forEach(taken.parked::add);
    }
  }
}
