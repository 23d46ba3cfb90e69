package io.weirworks.standalone.command;

import io.weirworks.standalone.StandaloneException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A duration as people type it: {@code 90m}, {@code -12h}, {@code 3d}, or ISO 8601. */
final class OffsetDuration {

  private static final Pattern SHORT = Pattern.compile("([+-]?)(\\d{1,9})([smhd])");

  private OffsetDuration() {}

  static Duration parse(String text) {
    Matcher match = SHORT.matcher(text);
    try {
      if (!match.matches()) {
        return Duration.parse(text);
      }
      Duration length = Duration.ZERO.plus(Long.parseLong(match.group(2)), unit(match.group(3)));
      return match.group(1).equals("-") ? length.negated() : length;
    } catch (DateTimeException e) {
      throw new StandaloneException(
          StandaloneException.Code.WRONG_ARGUMENT,
          "'%s' is no duration; write 90m, -12h, 3d or PT1H30M".formatted(text),
          e);
    }
  }

  private static ChronoUnit unit(String letter) {
    return switch (letter) {
      case "s" -> ChronoUnit.SECONDS;
      case "m" -> ChronoUnit.MINUTES;
      case "h" -> ChronoUnit.HOURS;
      default -> ChronoUnit.DAYS;
    };
  }
}
