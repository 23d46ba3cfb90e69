package io.weirworks.scheduler.controlflow;

/** Why control flow failed a node instance: those of the contract's error codes that it uses. */
public enum FaultCode {
  /** A condition cannot be evaluated, or a join's logic cannot. */
  INVALID_CONDITION("InvalidCondition"),
  /** The arms of a join ended otherwise than it accepts. */
  JOIN_NOT_SATISFIED("JoinNotSatisfied"),
  /** An assignment node, or the last line of a loop, gave no value. */
  OUTPUT_MISSING("OutputMissing"),
  /** An output value is above 2 MB. */
  OUTPUT_TOO_LARGE("OutputTooLarge"),
  /** A value that a node is bound to is not there, is of another shape, or has no such element. */
  INPUT_MISSING("InputMissing"),
  /** END of a do-while said neither True nor False. */
  INVALID_LOOP_CONDITION("InvalidLoopCondition"),
  /** A do-while would go on beyond its last allowed loop. */
  LOOP_LIMIT_EXCEEDED("LoopLimitExceeded"),
  /** A loop failed. */
  LOOP_FAILED("LoopFailed");

  private final String code;

  FaultCode(String code) {
    this.code = code;
  }

  /** The code on the wire. */
  public String code() {
    return code;
  }
}
