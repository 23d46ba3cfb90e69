package io.weirworks.lineage.graph.adapter;

import io.micronaut.http.HttpResponse;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.graph.Direction;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What reads are asked with. A wrong value is an {@link InvalidParameterException}. */
final class Parameters {

  private Parameters() {}

  static DatasetRef dataset(String name) {
    return DatasetNames.parse(name)
        .orElseThrow(
            () ->
                new InvalidParameterException(
                    "name",
                    name,
                    "not a table name; a right one is database.table or path:/files"));
  }

  static Direction direction(String name) {
    return Arrays.stream(Direction.values())
        .filter(direction -> direction.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                new InvalidParameterException(
                    "direction", name, "the directions are upstream and downstream"));
  }

  static int within(String parameter, int value, int most) {
    if (value < 1 || value > most) {
      throw new InvalidParameterException(
          parameter, String.valueOf(value), parameter + " is from 1 to " + most);
    }
    return value;
  }

  /** A time as RFC 3339 has it; null where none is asked for. */
  static @Nullable Instant asOf(String text) {
    if (text.isEmpty()) {
      return null;
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new InvalidParameterException(
          "asOf", text, "not a time; a right one is 2026-11-20T12:00:00Z");
    }
  }

  static HttpResponse<Problem> unknown(DatasetRef dataset) {
    return HttpResponse.notFound(
        new Problem(
            "NotFound", "no successful run has touched this dataset", "name", dataset.id()));
  }
}
