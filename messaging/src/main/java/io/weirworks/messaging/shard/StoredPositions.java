package io.weirworks.messaging.shard;

import io.weirworks.messaging.shard.TopicFacts.Fact;
import io.weirworks.messaging.shard.TopicFacts.Range;
import io.weirworks.messaging.storage.OperatorTable;
import io.weirworks.messaging.storage.OperatorTable.Instruction;
import io.weirworks.messaging.storage.OperatorTable.Told;
import io.weirworks.messaging.storage.PositionTable;
import io.weirworks.messaging.storage.PositionTable.Position;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where a shard goes on: at the log's start the first time, then where its transactions left it. A
 * topic made anew or a position outside the log stops the shard until an operator says otherwise.
 */
final class StoredPositions {

  private final int shard;
  private final Map<String, Fact> topics;
  private final Map<String, Range> ranges;

  StoredPositions(int shard, Map<String, Fact> topics, Map<String, Range> ranges) {
    this.shard = shard;
    this.topics = topics;
    this.ranges = ranges;
  }

  /** Next offset by topic; stores what is new, in the transaction that takes the shard. */
  Map<String, Long> settle(Connection c) throws SQLException, NotYetException {
    List<Instruction> told = OperatorTable.of(c, shard).stream().map(Told::instruction).toList();
    Map<String, Position> stored = new HashMap<>();
    PositionTable.of(c, shard).forEach(position -> stored.put(position.topic(), position));
    Map<String, Long> offsets = new HashMap<>();
    for (Map.Entry<String, Fact> topic : topics.entrySet()) {
      Position before = stored.get(topic.getKey());
      long offset = offset(before, topic.getKey(), topic.getValue().id(), told);
      Position position = new Position(shard, topic.getKey(), topic.getValue().id(), offset);
      if (!position.equals(before)) {
        PositionTable.store(c, List.of(position));
      }
      offsets.put(topic.getKey(), offset);
    }
    return offsets;
  }

  private long offset(
      @Nullable Position stored, String topic, String topicId, List<Instruction> told)
      throws NotYetException {
    Range range = ranges.get(topic);
    if (range == null) {
      throw new NotYetException("the offsets of " + topic + " are unknown", null);
    }
    if (stored == null) {
      return range.begin();
    }
    if (!stored.topicId().equals(topicId)) {
      Instruction _ =
          settling(new Stop.TopicMadeAnew(topic, shard, topicId, stored.topicId()), told);
      return range.begin();
    }
    if (range.holds(stored.nextOffset())) {
      return stored.nextOffset();
    }
    Stop.OutsideTheLog outside =
        new Stop.OutsideTheLog(topic, shard, stored.nextOffset(), range.begin(), range.end());
    return outside.offset(settling(outside, told));
  }

  /** What an operator told about this stop. */
  private static Instruction settling(Stop stop, List<Instruction> told) throws NotYetException {
    for (Instruction instruction : told) {
      if (stop.isSettledBy(instruction)) {
        return instruction;
      }
    }
    throw new NotYetException(stop);
  }
}
