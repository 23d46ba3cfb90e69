package io.weirworks.messaging.hosting;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import org.jspecify.annotations.Nullable;

/** What the JSON body of a command over HTTP must have; what it lacks is told with 400. */
public final class CommandBody {

  private CommandBody() {}

  /** The value of a field that must be there. */
  public static <T> T required(String field, @Nullable T value) {
    if (value == null || value.equals("")) {
      throw new HttpStatusException(HttpStatus.BAD_REQUEST, "the body lacks the field " + field);
    }
    return value;
  }
}
