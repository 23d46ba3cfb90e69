package io.weirworks.executor.outcome;

/** How a run attempt ended. */
public sealed interface Outcome {
  record Succeeded() implements Outcome {}

  /** It ended by itself, and not well; {@code exitCode} is the engine's word, 0..255. */
  record Failed(FailureCode code, String message, int exitCode) implements Outcome {}

  /** It ended because somebody asked us for it. */
  record Cancelled() implements Outcome {}

  /**
   * How it ended is unknown: it is not tried again unless its node says that this is harmless
   * (DESIGN 6).
   */
  record Lost(String reason) implements Outcome {}
}
