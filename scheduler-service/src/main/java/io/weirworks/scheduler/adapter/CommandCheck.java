package io.weirworks.scheduler.adapter;

import io.weirworks.messaging.Rejection;
import io.weirworks.schemas.CommandError;
import io.weirworks.schemas.ErrorCode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks of an outside command's fields that need nothing but the value. */
public final class CommandCheck {

  /** Constants travel with every run of the workflow; together this many characters. */
  public static final int MAX_CONSTANTS = 64 << 10;

  private static final int MAX_VALUE = 1000;
  private static final DateTimeFormatter BIZDATE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd").withResolverStyle(ResolverStyle.STRICT);

  private CommandCheck() {}

  /** Why a field is no business date; empty where it is one. */
  public static Optional<Rejection> bizdate(String field, String text) {
    try {
      LocalDate.parse(text, BIZDATE);
      return Optional.empty();
    } catch (DateTimeParseException e) {
      return Optional.of(
          rejection(
              CommandError.INVALID_PARAMETER,
              "A business date is written yyyy-MM-dd, such as 2025-11-01.",
              field,
              text));
    }
  }

  /** Why these constants cannot travel; empty where they can. */
  public static Optional<Rejection> constants(Map<String, String> parameters) {
    long characters =
        parameters.entrySet().stream()
            .mapToLong(entry -> (long) entry.getKey().length() + entry.getValue().length())
            .sum();
    return characters <= MAX_CONSTANTS
        ? Optional.empty()
        : Optional.of(
            rejection(
                CommandError.OUT_OF_RANGE,
                "Names and values of all parameters have at most %d characters together."
                    .formatted(MAX_CONSTANTS),
                "parameters",
                Long.toString(characters)));
  }

  /** Why a free text is too long; empty where it is short enough or absent. */
  public static Optional<Rejection> text(String field, @Nullable String text) {
    return text == null || text.length() <= MAX_VALUE
        ? Optional.empty()
        : Optional.of(
            rejection(
                CommandError.OUT_OF_RANGE,
                "This text has at most %d characters.".formatted(MAX_VALUE),
                field,
                text));
  }

  /** A refusal of one field. */
  public static Rejection rejection(ErrorCode code, String message, String field, String value) {
    String shown = value.length() > MAX_VALUE ? value.substring(0, MAX_VALUE) : value;
    return new Rejection(code.code(), message, field, shown);
  }

  /** The core's refusal as messaging has it. */
  public static Rejection of(io.weirworks.scheduler.decision.Rejection rejection) {
    return new Rejection(
        rejection.code().code(), rejection.message(), rejection.field(), rejection.value());
  }
}
