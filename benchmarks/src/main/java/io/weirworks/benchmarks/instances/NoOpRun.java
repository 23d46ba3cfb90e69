package io.weirworks.benchmarks.instances;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * When a no-op run was asked for and when it was submitted, which is when it ended.
 *
 * @param submittedAt null: it was not yet
 */
record NoOpRun(Instant askedAt, @Nullable Instant submittedAt) {

  private static final String PREFIX = "noop_";

  NoOpRun submitted(Instant at) {
    return submittedAt == null ? new NoOpRun(askedAt, at) : this;
  }

  /** Reads what {@link #toString} wrote of a submitted one. */
  static NoOpRun parse(String text) {
    String[] parts = text.substring(PREFIX.length()).split("_", 2);
    return new NoOpRun(instant(parts[0]), instant(parts[1]));
  }

  private static Instant instant(String micros) {
    return Instant.EPOCH.plus(Long.parseLong(micros), ChronoUnit.MICROS);
  }

  private static long micros(@Nullable Instant instant) {
    return instant == null ? 0 : ChronoUnit.MICROS.between(Instant.EPOCH, instant);
  }

  @Override
  public String toString() {
    return PREFIX + micros(askedAt) + "_" + micros(submittedAt);
  }
}
