package io.weirworks.lineage.graph.adapter;

import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.graph.ColumnNode;
import io.weirworks.lineage.graph.Direction;
import io.weirworks.lineage.graph.Following;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What reads are asked with, checked. */
public final class Parameters {

  /** Steps that a read follows at most. */
  public static final int DEEPEST = 100;

  private Parameters() {}

  /** Id of the dataset that is written in any spelling. */
  public static String dataset(String parameter, String written) {
    return DatasetNames.parse(written)
        .orElseThrow(
            () ->
                RefusedReadException.invalid(
                    parameter,
                    written,
                    "not a table name; a right one is database.table or path:/files"))
        .id();
  }

  /** A column of it; columns are lower case. */
  public static ColumnNode column(String parameter, String table, String column) {
    return new ColumnNode(dataset(parameter, table), column.toLowerCase(Locale.ROOT));
  }

  static Direction direction(String name) {
    return Arrays.stream(Direction.values())
        .filter(direction -> direction.name().equalsIgnoreCase(name))
        .findFirst()
        .orElseThrow(
            () ->
                RefusedReadException.invalid(
                    "direction", name, "the directions are upstream and downstream"));
  }

  static Following following(boolean indirect) {
    return indirect ? Following.ALL : Following.DIRECT;
  }

  public static int within(String parameter, int value, int most) {
    if (value < 1 || value > most) {
      throw RefusedReadException.invalid(
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
      throw RefusedReadException.invalid(
          "asOf", text, "not a time; a right one is 2026-11-20T12:00:00Z");
    }
  }
}
