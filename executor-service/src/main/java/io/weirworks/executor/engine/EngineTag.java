package io.weirworks.executor.engine;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The name under which an engine knows one submission; it is written down before the submit and
 * found again after a crash. {@code attempt} counts from 1 within the run, {@code epoch} is the
 * fencing token of the claim that submits. One (run, attempt) has at most one live process whatever
 * its epoch (I2).
 */
public record EngineTag(UUID run, int attempt, long epoch) {
  private static final Pattern TEXT =
      Pattern.compile("weirworks_([0-9a-f-]{36})_(\\d{1,9})_(\\d{1,18})");

  public EngineTag {
    if (attempt < 1 || epoch < 0) {
      throw new IllegalArgumentException(
          "attempt %d must be >= 1 and epoch %d >= 0".formatted(attempt, epoch));
    }
  }

  /** Reads what {@link #toString} wrote; empty for a tag that is not ours. */
  public static Optional<EngineTag> parse(String text) {
    var m = TEXT.matcher(text);
    return m.matches()
        ? Optional.of(
            new EngineTag(
                UUID.fromString(m.group(1)),
                Integer.parseInt(m.group(2)),
                Long.parseLong(m.group(3))))
        : Optional.empty();
  }

  /**
   * {@code weirworks_<run>_<attempt>_<epoch>}: letters, digits, {@code _} and {@code -} only, so
   * that it is a legal YARN tag and Kubernetes label.
   */
  @Override
  public String toString() {
    return "weirworks_%s_%d_%d".formatted(run, attempt, epoch);
  }
}
