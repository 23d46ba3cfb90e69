package io.weirworks.scheduler.adapter;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Checks of what came over HTTP that need no service: wrong input is 400 and says what is right.
 */
public final class HttpInput {

  private HttpInput() {}

  /** The name of an enum's constant as it was asked for. */
  public static <E extends Enum<E>> String name(String field, String value, Class<E> type) {
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equals(value)) {
        return value;
      }
    }
    throw bad(
        "%s is '%s'; it is one of %s".formatted(field, value, List.of(type.getEnumConstants())));
  }

  /** The same for a filter that may be absent. */
  public static <E extends Enum<E>> @Nullable String filter(
      String field, @Nullable String value, Class<E> type) {
    return value == null ? null : name(field, value, type);
  }

  /** The answer to an input that is wrong: it says what would be right. */
  public static HttpStatusException bad(String message) {
    return new HttpStatusException(HttpStatus.BAD_REQUEST, message);
  }
}
