package io.weirworks.scheduler.decision;

/**
 * The closed list of reasons why the scheduler's core refuses a command; {@link #code()} is stable
 * and part of the contract.
 */
public enum RejectionCode {
  NOT_FOUND("NotFound"),
  INSTANCE_ENDED("InstanceEnded"),
  INVALID_BIZDATE_RANGE("InvalidBizdateRange"),
  INVALID_PARALLELISM("InvalidParallelism");

  private final String code;

  RejectionCode(String code) {
    this.code = code;
  }

  /** The code as replies show it. */
  public String code() {
    return code;
  }
}
