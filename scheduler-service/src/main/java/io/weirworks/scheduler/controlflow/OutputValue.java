package io.weirworks.scheduler.controlflow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A value that a node hands to its direct downstream (dataworks-semantics 4.2, 4.3). */
public sealed interface OutputValue {

  /** A constant or an evaluated expression of a parameter node. */
  record Text(String value) implements OutputValue {}

  /** One-dimensional: the last line of a Shell or Python script, split at commas. */
  record Elements(List<String> values) implements OutputValue {
    public Elements {
      values = List.copyOf(values);
    }
  }

  /** Two-dimensional: the rows of a SQL script's last SELECT; null is SQL's. */
  record Table(List<List<@Nullable String>> rows) implements OutputValue {}

  /**
   * The value as code reads it: a text or the elements joined by commas as they are, rows as a list
   * of lists of texts ({@code [["hz","1"],["sh","2"]]}).
   */
  default String text() {
    return switch (this) {
      case Text(String value) -> value;
      case Elements(List<String> values) -> String.join(",", values);
      case Table(List<List<@Nullable String>> rows) ->
          rows.stream().map(OutputValue::listed).collect(Collectors.joining(",", "[", "]"));
    };
  }

  /** How many elements or rows there are; a text is one. */
  default int length() {
    return switch (this) {
      case Text _ -> 1;
      case Elements(List<String> values) -> values.size();
      case Table(List<List<@Nullable String>> rows) -> rows.size();
    };
  }

  /**
   * A part of it: {@code [i]} is an element or a row, its cells joined by commas; {@code [i][j]} is
   * a cell, and SQL's null is empty.
   *
   * @param indexes from 0; none: the whole
   * @return empty where there is no such part
   */
  default Optional<String> at(List<Integer> indexes) {
    if (indexes.isEmpty()) {
      return Optional.of(text());
    }
    int first = indexes.getFirst();
    return switch (this) {
      case Text _ -> Optional.empty();
      case Elements(List<String> values) ->
          indexes.size() == 1 && first < values.size()
              ? Optional.of(values.get(first))
              : Optional.empty();
      case Table(List<List<@Nullable String>> rows) ->
          first < rows.size() ? cell(rows.get(first), indexes) : Optional.empty();
    };
  }

  private static Optional<String> cell(List<@Nullable String> row, List<Integer> indexes) {
    return switch (indexes.size()) {
      case 1 -> Optional.of(row.stream().map(OutputValue::cell).collect(Collectors.joining(",")));
      case 2 ->
          indexes.get(1) < row.size()
              ? Optional.of(cell(row.get(indexes.get(1))))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static String cell(@Nullable String cell) {
    return cell == null ? "" : cell;
  }

  private static String listed(List<@Nullable String> row) {
    List<String> cells = new ArrayList<>();
    for (String cell : row) {
      cells.add(cell == null ? "null" : quoted(cell));
    }
    return "[" + String.join(",", cells) + "]";
  }

  private static String quoted(String cell) {
    return "\"" + cell.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
  }

  /** Characters that it keeps in memory. */
  default long characters() {
    return switch (this) {
      case Text(String value) -> value.length();
      case Elements(List<String> values) -> values.stream().mapToLong(String::length).sum();
      case Table(List<List<@Nullable String>> rows) ->
          rows.stream()
              .flatMap(List::stream)
              .mapToLong(cell -> cell == null ? 0 : cell.length())
              .sum();
    };
  }
}
