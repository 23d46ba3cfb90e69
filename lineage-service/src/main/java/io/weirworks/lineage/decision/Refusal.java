package io.weirworks.lineage.decision;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Why a command is refused.
 *
 * @param message what is wrong and what would be right
 * @param field of the command, such as tags[3]
 * @param value that it had, cut at {@value #LONGEST_VALUE} characters
 */
public record Refusal(Code code, String message, String field, String value) {

  private static final int LONGEST_VALUE = 200;
  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]{0,63}");

  /** A closed list, the contract's. */
  public enum Code {
    NOT_FOUND,
    OPERATION_DENIED,
    MISSING_VALUE,
    INVALID_NAME,
    OUT_OF_RANGE,
    UNKNOWN_VALUE
  }

  public Refusal {
    value = value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE);
  }

  /** Empty where the text is no longer than it may be. */
  public static Optional<Refusal> ifTooLong(String field, String value, int most) {
    return value.length() <= most
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Code.OUT_OF_RANGE,
                "%s has %d characters; at most %d are kept".formatted(field, value.length(), most),
                field,
                value));
  }

  /** Empty where the text says something and is no longer than it may be. */
  public static Optional<Refusal> ifBlankOrTooLong(String field, String value, int most) {
    return value.isBlank()
        ? Optional.of(new Refusal(Code.MISSING_VALUE, field + " must say something", field, value))
        : ifTooLong(field, value, most);
  }

  /** Empty where it is a letter, then letters, digits or underscores, at most 64 characters. */
  public static Optional<Refusal> ifNoName(String field, String value) {
    return NAME.matcher(value).matches()
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Code.INVALID_NAME,
                "a name is a letter, then letters, digits or underscores, at most 64 characters",
                field,
                value));
  }
}
