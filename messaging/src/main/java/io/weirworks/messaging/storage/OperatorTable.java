package io.weirworks.messaging.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * Rows of {@code operator_instruction}: what a person told a shard that stopped. They stay as the
 * record of who told what.
 */
public final class OperatorTable {

  /** Stands for a topic where a timer is to be skipped. */
  public static final String TIMER = "timer";

  /** Stands for a topic where a parked row is to be skipped. */
  public static final String PARKED = "parked";

  /** What may be told. */
  public enum Action {
    /**
     * Pass over one input; the argument is a record's offset, {@code kind subject due} of a timer
     * ({@link #TIMER}), or {@code number.place} of a parked row ({@link #PARKED}).
     */
    SKIP,
    /** Read a topic that was made anew from its start; the argument is the new topic's id. */
    ACCEPT_TOPIC,
    /**
     * Go on elsewhere in a log that no longer holds the position; the argument is {@code
     * position:offset}, so that it applies to that position only.
     */
    MOVE
  }

  public record Instruction(String topic, int partition, Action action, String argument) {}

  /** An instruction, who told it and when. */
  public record Told(Instruction instruction, String actor, Instant at) {}

  private OperatorTable() {}

  public static int tell(Connection c, Told told) throws SQLException {
    Instruction instruction = told.instruction();
    return Sql.update(
        c,
        "REPLACE INTO operator_instruction (topic, partition_no, action, argument, actor, told_at)"
            + " VALUES (?,?,?,?,?,?)",
        instruction.topic(),
        instruction.partition(),
        instruction.action().name(),
        instruction.argument(),
        told.actor(),
        told.at());
  }

  /** All that a shard was ever told, in that order. */
  public static List<Told> of(Connection c, int shard) throws SQLException {
    return Sql.select(
        c,
        "SELECT topic, action, argument, actor, told_at FROM operator_instruction"
            + " WHERE partition_no = ? ORDER BY told_at",
        row ->
            new Told(
                new Instruction(
                    Sql.text(row, "topic"),
                    shard,
                    Action.valueOf(Sql.text(row, "action")),
                    Sql.text(row, "argument")),
                Sql.text(row, "actor"),
                Sql.instant(row, "told_at")),
        shard);
  }
}
