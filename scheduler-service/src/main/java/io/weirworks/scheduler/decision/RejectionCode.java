package io.weirworks.scheduler.decision;

/** Why the scheduler's core refuses a command: those of the contract's error codes that it uses. */
public enum RejectionCode {
  /** What the command names does not exist. */
  NOT_FOUND("NotFound"),
  /** Only what has not ended can be cancelled. */
  INSTANCE_ENDED("InstanceEnded"),
  /** The first business date is after the last. */
  INVALID_BIZDATE_RANGE("InvalidBizdateRange"),
  /** A backfill runs 1 to 10 business dates at once. */
  INVALID_PARALLELISM("InvalidParallelism");

  private final String code;

  RejectionCode(String code) {
    this.code = code;
  }

  /** The code on the wire. */
  public String code() {
    return code;
  }
}
