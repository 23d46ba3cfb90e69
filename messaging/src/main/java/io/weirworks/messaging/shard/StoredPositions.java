package io.weirworks.messaging.shard;

import io.weirworks.messaging.shard.TopicFacts.Fact;
import io.weirworks.messaging.shard.TopicFacts.Range;
import io.weirworks.messaging.storage.OperatorTable;
import io.weirworks.messaging.storage.OperatorTable.Action;
import io.weirworks.messaging.storage.OperatorTable.Instruction;
import io.weirworks.messaging.storage.PositionTable;
import io.weirworks.messaging.storage.PositionTable.Position;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a shard goes on: at the log's start the first time, then where its transactions left it. A
 * topic made anew or a position outside the log stops the shard until an operator says otherwise.
 */
final class StoredPositions {

  /** The argument of a move; one that is not of this form moves nothing. */
  private static final Pattern MOVE = Pattern.compile("(\\d{1,18}):(\\d{1,18})");

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
    List<Instruction> told = OperatorTable.of(c, shard);
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
      if (told.contains(new Instruction(topic, shard, Action.ACCEPT_TOPIC, topicId))) {
        return range.begin();
      }
      throw new NotYetException(
          "topic %s was made anew (its id is %s, read so far was %s): accept it or restore it"
              .formatted(topic, topicId, stored.topicId()),
          null);
    }
    if (range.holds(stored.nextOffset())) {
      return stored.nextOffset();
    }
    return moved(topic, stored.nextOffset(), range, told);
  }

  private long moved(String topic, long outside, Range range, List<Instruction> told)
      throws NotYetException {
    for (Instruction instruction : told) {
      Matcher move = MOVE.matcher(instruction.argument());
      if (instruction.topic().equals(topic)
          && instruction.action() == Action.MOVE
          && move.matches()
          && Long.parseLong(move.group(1)) == outside
          && range.holds(Long.parseLong(move.group(2)))) {
        return Long.parseLong(move.group(2));
      }
    }
    throw new NotYetException(
        "position %d of %s-%d is outside its log (%d to %d): move it or restore the log"
            .formatted(outside, topic, shard, range.begin(), range.end()),
        null);
  }
}
