package io.weirworks.executor.nodetype;

/** Carries a refusal out of the parsing of a node's code; it never leaves this room. */
final class CodeRefused extends Exception {
  private final RefusalCode code;
  private final String reason;

  CodeRefused(RefusalCode code, String reason) {
    super(reason);
    this.code = code;
    this.reason = reason;
  }

  Plan.Refused plan() {
    return new Plan.Refused(code, reason);
  }
}
