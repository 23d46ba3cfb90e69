package io.weirworks.scheduler.instance.adapter;

import io.weirworks.scheduler.adapter.Json;
import io.weirworks.scheduler.controlflow.Completion;
import io.weirworks.scheduler.controlflow.LoopProgress;
import io.weirworks.scheduler.controlflow.OutputValue;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The part of a node's state that belongs to control flow, as JSON: what a success hands on, or how
 * far a loop is. Names are the column's for ever.
 */
final class ControlColumn {

  /** Exactly one of the three is there. */
  private record Value(
      @Nullable String text,
      @Nullable List<String> elements,
      @Nullable List<List<@Nullable String>> rows) {}

  private record Success(
      boolean unchosen, Map<String, Value> outputs, @Nullable List<String> chosen) {}

  private record Progress(
      int last,
      int next,
      List<Integer> again,
      Map<Integer, Integer> running,
      List<Integer> failed,
      boolean over) {}

  private ControlColumn() {}

  /** Null: it only succeeded. */
  static @Nullable String write(Completion completion) {
    if (completion.equals(Completion.PLAIN)) {
      return null;
    }
    Map<String, Value> outputs = new LinkedHashMap<>();
    completion.outputs().forEach((name, value) -> outputs.put(name, value(value)));
    Set<String> chosen = completion.chosen();
    return Json.write(
        new Success(completion.unchosen(), outputs, chosen == null ? null : List.copyOf(chosen)));
  }

  private static Value value(OutputValue value) {
    return switch (value) {
      case OutputValue.Text(String text) -> new Value(text, null, null);
      case OutputValue.Elements(List<String> elements) -> new Value(null, elements, null);
      case OutputValue.Table(List<List<@Nullable String>> rows) -> new Value(null, null, rows);
    };
  }

  static Completion completion(@Nullable String column) throws SQLException {
    if (column == null) {
      return Completion.PLAIN;
    }
    Success read = Json.read(column, Success.class);
    Map<String, OutputValue> outputs = new LinkedHashMap<>();
    read.outputs().forEach((name, value) -> outputs.put(name, value(value)));
    List<String> chosen = read.chosen();
    return new Completion(read.unchosen(), outputs, chosen == null ? null : Set.copyOf(chosen));
  }

  private static OutputValue value(Value value) {
    if (value.text() != null) {
      return new OutputValue.Text(value.text());
    }
    if (value.elements() != null) {
      return new OutputValue.Elements(value.elements());
    }
    return new OutputValue.Table(value.rows() == null ? List.of() : value.rows());
  }

  /** Null: there is no loop. */
  static @Nullable String write(@Nullable LoopProgress progress) {
    return progress == null
        ? null
        : Json.write(
            new Progress(
                progress.last(),
                progress.next(),
                progress.again(),
                progress.running(),
                new ArrayList<>(progress.failed()),
                progress.over()));
  }

  static LoopProgress progress(String column) throws SQLException {
    Progress read = Json.read(column, Progress.class);
    return new LoopProgress(
        read.last(),
        read.next(),
        read.again(),
        new TreeMap<>(read.running()),
        new TreeSet<>(read.failed()),
        read.over());
  }
}
