package io.weirworks.registry.flowspec;

import io.weirworks.registry.decision.RejectionCode;
import java.math.BigDecimal;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Durations with the units that each FlowSpec version means (dataworks-semantics 1.1, 13 row 4).
 */
final class Timeouts {
  /**
   * Longest time-out in hours that the console offers, so a larger unitless number of 1.x can only
   * be seconds.
   */
  private static final BigDecimal MOST_HOURS = BigDecimal.valueOf(168);

  private static final BigDecimal LONGEST = BigDecimal.valueOf(Integer.MAX_VALUE);

  private Timeouts() {}

  /**
   * {@code timeout} in its {@code timeoutUnit}; without unit hours, except numbers above 168 in
   * 1.x, which are seconds. 0 is the system's default.
   */
  static @Nullable Duration read(SpecCursor in) {
    BigDecimal number = in.number("timeout");
    TimeoutUnit unit = in.term("timeoutUnit", TimeoutUnit.values());
    if (number == null || number.signum() == 0) {
      return null;
    }
    if (unit == null) {
      boolean hours = in.context().version() == SpecVersion.V2 || number.compareTo(MOST_HOURS) <= 0;
      unit = hours ? TimeoutUnit.HOURS : TimeoutUnit.SECONDS;
    }
    return duration(in, "timeout", number.multiply(BigDecimal.valueOf(unit.seconds())), 1_000);
  }

  static @Nullable Duration readMillis(SpecCursor in, String key) {
    BigDecimal number = in.number(key);
    return number == null ? null : duration(in, key, number, 1);
  }

  private static @Nullable Duration duration(
      SpecCursor in, String key, BigDecimal amount, long millis) {
    if (amount.stripTrailingZeros().scale() > 0 || amount.abs().compareTo(LONGEST) > 0) {
      in.context()
          .problems()
          .add(
              RejectionCode.OUT_OF_RANGE,
              in.path(key),
              amount.toString(),
              "a whole number of at most " + LONGEST);
      return null;
    }
    return Duration.ofMillis(amount.longValue() * millis);
  }
}
