package io.weirworks.executor.engine;

/**
 * What a cancel has achieved within its bound. Cancelling again is harmless and goes on where the
 * last one stopped.
 */
public sealed interface Cancellation {
  /**
   * Nothing of it is alive and it will never start; {@code last} is final, or says that there never
   * was anything.
   */
  record Confirmed(Observation last) implements Cancellation {}

  /** The engine did not confirm in time; the sweeper goes on (field-failures R9). */
  record Unconfirmed(String reason) implements Cancellation {}
}
