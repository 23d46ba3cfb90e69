package io.weirworks.scheduler.decision;

/** Why the scheduler's core refuses a command: those of the contract's error codes that it uses. */
public enum RejectionCode {
  /** What the command names does not exist. */
  NOT_FOUND("NotFound"),
  /** The state does not allow it. */
  OPERATION_DENIED("OperationDenied"),
  /** A field has a value that is not allowed. */
  INVALID_PARAMETER("InvalidParameter");

  private final String code;

  RejectionCode(String code) {
    this.code = code;
  }

  /** The code on the wire. */
  public String code() {
    return code;
  }
}
