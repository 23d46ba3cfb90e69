package io.weirworks.messaging;

import org.jspecify.annotations.Nullable;

/**
 * Why a command is refused; a refused command changes nothing.
 *
 * @param code stable code from the contract's closed list
 * @param message what is wrong, where, and what would be right, in one sentence
 * @param field path of the offending field within the command, if one is to blame
 * @param value the offending value, shortened; never a secret
 */
public record Rejection(
    String code, String message, @Nullable String field, @Nullable String value) {

  public static final String CONFLICT = "Conflict";
  public static final String IDEMPOTENCY_KEY_REUSED = "IdempotencyKeyReused";
  public static final String NOT_FOUND = "NotFound";
  public static final String NOT_YET_KNOWN = "NotYetKnown";
  public static final String TOO_LARGE = "TooLarge";

  public static Rejection of(String code, String message) {
    return new Rejection(code, message, null, null);
  }
}
