package io.weirworks.messaging.shard;

import io.weirworks.messaging.storage.OperatorTable;
import io.weirworks.messaging.storage.OperatorTable.Action;
import io.weirworks.messaging.storage.OperatorTable.Instruction;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a shard stands still before although nothing is broken that comes back on its own, and what
 * an operator may tell it (DESIGN 2, 3.2).
 */
public sealed interface Stop {

  /** What an operator would tell to go on; of several ways the one that loses least. */
  Instruction remedy();

  /** Whether this instruction is about this stop and lets the shard go on. */
  default boolean isSettledBy(Instruction told) {
    return told.equals(remedy());
  }

  /** A record that cannot be read or handled. */
  record AtRecord(String topic, int shard, long offset) implements Stop {
    @Override
    public Instruction remedy() {
      return new Instruction(topic, shard, Action.SKIP, String.valueOf(offset));
    }

    @Override
    public String toString() {
      return topic + "-" + shard + "@" + offset;
    }
  }

  /** A timer whose decision fails. */
  record AtTimer(int shard, String kind, String subject, Instant due) implements Stop {
    @Override
    public Instruction remedy() {
      return new Instruction(
          OperatorTable.TIMER, shard, Action.SKIP, kind + " " + subject + " " + due);
    }

    @Override
    public String toString() {
      return "timer " + kind + " of " + subject + " due " + due;
    }
  }

  /**
   * A row of the parking table that cannot be decided.
   *
   * @param number the transaction that parked it
   * @param place its place within
   * @param record where it was read
   */
  record AtParked(int shard, long number, int place, String record) implements Stop {
    @Override
    public Instruction remedy() {
      return new Instruction(OperatorTable.PARKED, shard, Action.SKIP, number + "." + place);
    }

    @Override
    public String toString() {
      return "parked row " + number + "." + place + " of " + record;
    }
  }

  /**
   * A topic that was made anew.
   *
   * @param topicId of the new one
   * @param readSoFar id of the one that was read so far
   */
  record TopicMadeAnew(String topic, int shard, String topicId, String readSoFar) implements Stop {
    @Override
    public Instruction remedy() {
      return new Instruction(topic, shard, Action.ACCEPT_TOPIC, topicId);
    }

    @Override
    public String toString() {
      return "topic %s was made anew (its id is %s, read so far was %s): accept it or restore it"
          .formatted(topic, topicId, readSoFar);
    }
  }

  /**
   * A position that the log does not hold.
   *
   * @param begin the log's first offset
   * @param end the offset behind its last record
   */
  record OutsideTheLog(String topic, int shard, long position, long begin, long end)
      implements Stop {

    private static final Pattern MOVE = Pattern.compile("(\\d{1,18}):(\\d{1,18})");

    @Override
    public Instruction remedy() {
      long nearest = position < begin ? begin : end;
      return new Instruction(topic, shard, Action.MOVE, position + ":" + nearest);
    }

    /** Any offset that the log holds will do. */
    @Override
    public boolean isSettledBy(Instruction told) {
      Matcher move = MOVE.matcher(told.argument());
      return told.topic().equals(topic)
          && told.partition() == shard
          && told.action() == Action.MOVE
          && move.matches()
          && Long.parseLong(move.group(1)) == position
          && begin <= offset(told)
          && offset(told) <= end;
    }

    /** Where an instruction that {@linkplain #isSettledBy settles} this goes on. */
    long offset(Instruction told) {
      return Long.parseLong(told.argument().substring(told.argument().indexOf(':') + 1));
    }

    @Override
    public String toString() {
      return "position %d of %s-%d is outside its log (%d to %d): move it or restore the log"
          .formatted(position, topic, shard, begin, end);
    }
  }
}
