package io.weirworks.lineage.openlineage;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.lineage.openlineage.Refusal.Code;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Required values of an event, or why they are not there. */
final class EventFields {

  /** Longest namespace or name of a job. */
  private static final int LONGEST_NAME = 2_000;

  private static final Pattern UUID =
      Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  private EventFields() {}

  static JsonNode object(JsonNode parent, String path, String name) throws NotAnEventException {
    JsonNode value = parent.path(name);
    if (!value.isObject()) {
      throw wrong(value, path + "." + name, "an object");
    }
    return value;
  }

  /** Not empty, of the length that a name may have. */
  static String name(JsonNode parent, String path, String name) throws NotAnEventException {
    JsonNode value = parent.path(name);
    if (!value.isTextual() || value.textValue().isBlank()) {
      throw wrong(value, path + "." + name, "text that is not empty");
    }
    if (value.textValue().length() > LONGEST_NAME) {
      throw wrong(value, path + "." + name, "at most " + LONGEST_NAME + " characters");
    }
    return value.textValue();
  }

  static String uuid(JsonNode parent, String path, String name) throws NotAnEventException {
    JsonNode value = parent.path(name);
    if (!value.isTextual() || !UUID.matcher(value.textValue()).matches()) {
      throw wrong(value, path + "." + name, "a UUID such as 0190c5a4-1b2c-7d3e-8f40-123456789abc");
    }
    return value.textValue().toLowerCase(Locale.ROOT);
  }

  static boolean isUuid(String text) {
    return UUID.matcher(text).matches();
  }

  static Instant time(JsonNode parent, String path, String name) throws NotAnEventException {
    JsonNode value = parent.path(name);
    return instant(value)
        .orElseThrow(
            () -> wrong(value, path + "." + name, "a time such as 2026-11-20T06:00:00.000Z"));
  }

  /** RFC 3339; without an offset, which some producers leave out, in UTC. Empty for all else. */
  static Optional<Instant> instant(JsonNode value) {
    if (!value.isTextual()) {
      return Optional.empty();
    }
    try {
      String text = value.textValue();
      return Optional.of(
          text.matches(".*T.*(Z|z|[+-]\\d\\d:?\\d\\d)$")
              ? OffsetDateTime.parse(text).toInstant()
              : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  static NotAnEventException wrong(JsonNode value, String path, String expected) {
    boolean absent = value.isMissingNode() || value.isNull();
    return new NotAnEventException(
        new Refusal(
            absent ? Code.MISSING_FIELD : Code.INVALID_FIELD,
            path,
            absent ? "" : value.toString(),
            expected));
  }
}
