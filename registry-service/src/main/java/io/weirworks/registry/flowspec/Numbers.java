package io.weirworks.registry.flowspec;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as strangers write them: as numbers, or as texts of digits; never expanded, since {@code
 * 1e999999999} is short.
 */
final class Numbers {
  private static final int MOST_DIGITS = 18;

  private Numbers() {}

  static @Nullable BigDecimal of(JsonNode node) {
    String text = node.isNumber() || node.isTextual() ? node.asText().strip() : "";
    if (text.isEmpty() || text.length() > FlowSpecLimits.MAX_NUMBER_LENGTH) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return Math.abs((long) number.scale()) <= MOST_DIGITS && number.precision() <= MOST_DIGITS
          ? number
          : null;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  static @Nullable Integer integer(JsonNode node) {
    BigDecimal number = of(node);
    if (number == null) {
      return null;
    }
    try {
      return number.intValueExact();
    } catch (ArithmeticException e) {
      return null;
    }
  }
}
