package io.weirworks.executor.engine;

/** What became of a submit. Each answer is safe to get again. */
public sealed interface SubmitResult {
  /**
   * The engine has it, from this call or an earlier one with the same tag; {@link Engine#observe}
   * tells the rest.
   */
  record Accepted() implements SubmitResult {}

  /** The attempt was taken by a claim of another epoch; nothing was started now (I2). */
  record HeldByOther(EngineTag holder) implements SubmitResult {}

  /** The engine could not start it; nothing of it runs. */
  record NotStarted(String reason) implements SubmitResult {}
}
