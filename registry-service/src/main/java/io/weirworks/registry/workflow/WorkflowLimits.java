package io.weirworks.registry.workflow;

import java.time.Duration;

/**
 * Bounds of what can be deployed: the vendor's where it states one, else ours, chosen so that one
 * definition fits in one event of 16 MiB (DESIGN 3.5).
 */
public final class WorkflowLimits {
  /** Nodes of one workflow (ours). */
  public static final int MAX_NODES = 2_000;

  /** Dependencies of one workflow (ours). */
  public static final int MAX_DEPENDENCIES = 20_000;

  /**
   * The whole document in its canonical form, UTF-8 bytes (ours): the event holds it beside the
   * definition made from it.
   */
  public static final int MAX_SPECIFICATION_BYTES = 6 * 1024 * 1024;

  /** Name of an output, characters (ours). */
  public static final int MAX_OUTPUT_LENGTH = 255;

  /** SQL text of one node, UTF-8 bytes: 130 KB (dataworks-semantics 1.4). */
  public static final int MAX_SQL_BYTES = 130 * 1024;

  /** Other code of one node, UTF-8 bytes (ours). */
  public static final int MAX_SCRIPT_BYTES = 1024 * 1024;

  /** Priorities are 1 to this (dataworks-semantics 3.8). */
  public static final int MAX_PRIORITY = 8;

  /** Automatic reruns (dataworks-semantics 3.8). */
  public static final int MAX_RERUN_TIMES = 10;

  /** Longest wait before an automatic rerun (dataworks-semantics 1.3). */
  public static final Duration MAX_RERUN_INTERVAL = Duration.ofMinutes(30);

  /** Shortest time-out (dataworks-semantics 3.8). */
  public static final Duration MIN_TIMEOUT = Duration.ofMinutes(1);

  /** Longest time-out, 168 h (dataworks-semantics 3.8). */
  public static final Duration MAX_TIMEOUT = Duration.ofDays(7);

  /** Arms of one branch or join (ours). */
  public static final int MAX_ARMS = 100;

  /** Turns of a do-while (dataworks-semantics 4.6). */
  public static final int MAX_CYCLE_TURNS = 128;

  /** Turns of a for-each that says nothing (dataworks-semantics 4.7). */
  public static final int DEFAULT_TRAVERSE_TURNS = 128;

  /** Turns to which a for-each can be raised (dataworks-semantics 4.7). */
  public static final int MAX_TRAVERSE_TURNS = 1_024;

  /** Turns of a for-each at once (dataworks-semantics 4.7). */
  public static final int MAX_PARALLELISM = 20;

  /** Shortest time from one look of a check to the next (dataworks-semantics 4.9). */
  public static final Duration MIN_CHECK_INTERVAL = Duration.ofMinutes(1);

  /** Longest time from one look of a check to the next (dataworks-semantics 4.9). */
  public static final Duration MAX_CHECK_INTERVAL = Duration.ofMinutes(30);

  /** No check goes on longer (dataworks-semantics 4.9). */
  public static final Duration MAX_CHECK_TIME = Duration.ofHours(24);

  private WorkflowLimits() {}
}
