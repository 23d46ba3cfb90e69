package io.weirworks.scheduler.baseline;

import java.time.Instant;

/** How a baseline stands by its predicted finish (dataworks-semantics 5.6). */
public enum BaselineStatus {
  /** Nothing can be predicted. */
  ABNORMAL(-1),
  /** At or before the alert time. */
  SAFE(1),
  /** After the alert time, at or before the committed time. */
  WARNING(2),
  /** After the committed time. */
  OVERTIME(3);

  private final int code;

  BaselineStatus(int code) {
    this.code = code;
  }

  /** The vendor's number. */
  public int code() {
    return code;
  }

  /** The status of a finish, predicted or known. */
  static BaselineStatus of(Instant finish, Instant alert, Instant committed) {
    if (finish.isAfter(committed)) {
      return OVERTIME;
    }
    return finish.isAfter(alert) ? WARNING : SAFE;
  }

  /**
   * The status where the finish cannot be predicted: it is later than now, so that what is late is
   * still said to be late (R52).
   */
  static BaselineStatus ofUnknown(Instant now, Instant alert, Instant committed) {
    return now.isAfter(alert) ? of(now, alert, committed) : ABNORMAL;
  }
}
