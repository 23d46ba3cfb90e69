package io.weirworks.registry.listing.adapter;

import io.micronaut.http.HttpStatus;
import io.micronaut.http.exceptions.HttpStatusException;
import org.jspecify.annotations.Nullable;

/**
 * A place in a list that is sorted by workspace and name; neither holds a slash.
 *
 * @param workspace null for the list's beginning
 */
public record Place(@Nullable String workspace, @Nullable String name) {

  private static final Place BEGINNING = new Place(null, null);

  /** Reads the parameter {@code after}. */
  public static Place after(@Nullable String written) {
    if (written == null) {
      return BEGINNING;
    }
    int slash = written.indexOf('/');
    if (slash < 0) {
      throw new HttpStatusException(
          HttpStatus.BAD_REQUEST,
          "after '" + written + "' is not the value of next of an earlier page: workspace/name");
    }
    return new Place(written.substring(0, slash), written.substring(slash + 1));
  }

  /** The same as a parameter. */
  public static String written(String workspace, String name) {
    return workspace + "/" + name;
  }
}
