package io.weirworks.lineage.table;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Edge;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.dataset.Writer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What changed of what a dataset is made from, when, and by whose word. */
public final class TableHistory {

  /** One word as it was said. */
  public record Said(
      Writer writer, Confirmation by, Version version, boolean complete, boolean dropped) {}

  /**
   * A change; tables first, columns with them.
   *
   * @param dropped whether the dataset was dropped
   */
  public record Change(
      Said said,
      boolean dropped,
      List<TableEdge> tablesAdded,
      List<TableEdge> tablesRemoved,
      List<ColumnEdge> columnsAdded,
      List<ColumnEdge> columnsRemoved) {

    boolean isNothing() {
      return tablesAdded.isEmpty()
          && tablesRemoved.isEmpty()
          && columnsAdded.isEmpty()
          && columnsRemoved.isEmpty();
    }
  }

  private TableHistory() {}

  /** The words that changed something, earliest first, in whatever order they are handed in. */
  public static List<Change> of(List<Said> words) {
    List<Change> changes = new ArrayList<>();
    Words known = Words.NONE;
    for (Said said : words.stream().sorted(Comparator.comparing(Said::by)).toList()) {
      Words after = after(known, said);
      if (!after.current().stream()
          .map(Word::version)
          .toList()
          .equals(known.current().stream().map(Word::version).toList())) {
        Change change = change(said, CurrentEdges.of(known), CurrentEdges.of(after));
        if (!change.isNothing()) {
          changes.add(change);
        }
      }
      known = after;
    }
    return changes;
  }

  private static Words after(Words known, Said said) {
    Words after = known.with(said.writer(), said.version(), said.by(), said.complete());
    return said.dropped() ? after.withDrop(said.by()) : after;
  }

  private static Change change(Said said, CurrentEdges before, CurrentEdges after) {
    return new Change(
        said,
        said.dropped(),
        missing(before.tables(), after.tables()),
        missing(after.tables(), before.tables()),
        missing(before.columns(), after.columns()),
        missing(after.columns(), before.columns()));
  }

  /** Those of the others that are not among these; one whose expression differs is another. */
  private static <E extends Edge> List<E> missing(List<Known<E>> these, List<Known<E>> others) {
    Map<E, Boolean> known = new LinkedHashMap<>();
    these.forEach(one -> known.put(one.edge(), true));
    return others.stream()
        .map(Known::edge)
        .filter(edge -> !known.containsKey(edge))
        .sorted(Comparator.comparing(Edge::key))
        .toList();
  }
}
