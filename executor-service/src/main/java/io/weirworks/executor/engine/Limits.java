package io.weirworks.executor.engine;

import java.time.Duration;

/**
 * What a child may use.
 *
 * @param niceness 0 (as the executor) to 19 (least); 5 keeps the services responsive on a small
 *     machine (engines.md 9)
 * @param grace from TERM to KILL when it is cancelled; Spark needs about 1.5 s
 */
public record Limits(int niceness, Duration grace) {
  public static final Limits DEFAULT = new Limits(5, Duration.ofSeconds(10));

  public Limits {
    if (niceness < 0 || niceness > 19 || grace.isNegative()) {
      throw new IllegalArgumentException(
          "niceness %d must be 0..19 and grace %s not negative".formatted(niceness, grace));
    }
  }
}
