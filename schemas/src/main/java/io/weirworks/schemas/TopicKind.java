package io.weirworks.schemas;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a topic holds, and how long (DESIGN 2, "Topics"). */
public enum TopicKind {
  /** What anybody outside may ask. Key: ordering key. Kept 7 days. */
  COMMANDS("commands", Cleanup.DELETE, Duration.ofDays(7)),
  /** Commands of our own services, who alone may write it. Key: ordering key. Kept 7 days. */
  INTERNAL("internal", Cleanup.DELETE, Duration.ofDays(7)),
  /** Accepted or rejected, for commands that ask. Key: command id. Kept 1 day. */
  REPLIES("replies", Cleanup.DELETE, Duration.ofDays(1)),
  /** What happened, the full history. Key: ordering key. Kept for ever unless configured. */
  EVENTS("events", Cleanup.DELETE, null),
  /** The latest whole state of each subject. Key: subject id. Compacted. */
  STATE("state", Cleanup.COMPACT, null),
  /** Pieces of the logs of runs; only the executor has it. Key: run id. Kept 3 days. */
  LOGS("logs", Cleanup.DELETE, Duration.ofDays(3)),
  /** Commands that could not be understood, with the cause in headers. Kept 30 days. */
  DEAD_LETTERS("dead-letters", Cleanup.DELETE, Duration.ofDays(30));

  /** How the broker makes room: Kafka's {@code cleanup.policy}. */
  public enum Cleanup {
    /** Records go when their retention is over. */
    DELETE,
    /** The last record of each key stays. */
    COMPACT
  }

  private final String suffix;
  private final Cleanup cleanup;
  private final Optional<Duration> retention;

  TopicKind(String suffix, Cleanup cleanup, @Nullable Duration retention) {
    this.suffix = suffix;
    this.cleanup = cleanup;
    this.retention = Optional.ofNullable(retention);
  }

  /** The last part of the topic's name. */
  public String suffix() {
    return suffix;
  }

  /** How the broker makes room. */
  public Cleanup cleanup() {
    return cleanup;
  }

  /** How long a record is kept; empty: for ever. */
  public Optional<Duration> retention() {
    return retention;
  }
}
