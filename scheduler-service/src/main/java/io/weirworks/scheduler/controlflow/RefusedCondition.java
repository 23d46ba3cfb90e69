package io.weirworks.scheduler.controlflow;

/** Carries what is wrong with a condition out of lexer, parser or evaluation. */
final class RefusedCondition extends RuntimeException {
  private static final long serialVersionUID = 1L;

  RefusedCondition(String message) {
    super(message, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
