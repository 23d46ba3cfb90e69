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

  /** What may be told. */
  public enum Action {
    /** Pass over one record; the argument is its offset. */
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

  private OperatorTable() {}

  public static int tell(Connection c, Instruction told, String actor, Instant at)
      throws SQLException {
    return Sql.update(
        c,
        "REPLACE INTO operator_instruction (topic, partition_no, action, argument, actor, told_at)"
            + " VALUES (?,?,?,?,?,?)",
        told.topic(),
        told.partition(),
        told.action().name(),
        told.argument(),
        actor,
        at);
  }

  public static List<Instruction> of(Connection c, int partition) throws SQLException {
    return Sql.select(
        c,
        "SELECT topic, action, argument FROM operator_instruction WHERE partition_no = ?"
            + " ORDER BY told_at",
        row ->
            new Instruction(
                Sql.text(row, "topic"),
                partition,
                Action.valueOf(Sql.text(row, "action")),
                Sql.text(row, "argument")),
        partition);
  }
}
