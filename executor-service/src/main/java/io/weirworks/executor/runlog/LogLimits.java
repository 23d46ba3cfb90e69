package io.weirworks.executor.runlog;

/**
 * How much of one stream is kept: its first {@code head} and its last {@code tail} bytes
 * (field-failures R47).
 */
public record LogLimits(long head, long tail) {
  public static final LogLimits DEFAULT = new LogLimits(48L << 20, 16L << 20);

  public LogLimits {
    if (head < 1 || tail < 1) {
      throw new IllegalArgumentException(
          "head %d and tail %d must be at least 1 byte".formatted(head, tail));
    }
  }
}
