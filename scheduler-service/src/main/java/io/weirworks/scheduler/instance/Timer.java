package io.weirworks.scheduler.instance;

import java.time.Instant;

/**
 * The one timer that a state may need: it is set with the state and cleared with it, so none
 * outlives its reason (R17).
 */
public record Timer(Kind kind, Instant due) {

  /** What a timer waits for. */
  public enum Kind {
    SCHEDULED_TIME,
    ASK_AGAIN,
    RERUN,
    EXECUTOR_ANSWER,
    LOOP_TIMEOUT
  }
}
