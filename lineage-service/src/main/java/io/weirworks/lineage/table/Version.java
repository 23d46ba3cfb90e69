package io.weirworks.lineage.table;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Edge;
import io.weirworks.lineage.dataset.Fingerprint;
import io.weirworks.lineage.dataset.TableEdge;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * What a writer can say of a dataset, named by its content: the same edges into the same dataset
 * are the same version, whoever says them and however often.
 *
 * @param hash SHA-256 of dataset and edges, 64 hex digits; empty where no edge is said
 * @param tableEdges into the dataset, in the order of their keys
 * @param columnEdges into its columns, in the order of their keys
 */
public record Version(String hash, List<TableEdge> tableEdges, List<ColumnEdge> columnEdges) {

  public static final Version NOTHING = new Version("", List.of(), List.of());

  public static final Comparator<Version> BY_HASH = Comparator.comparing(Version::hash);

  public Version {
    tableEdges = List.copyOf(tableEdges);
    columnEdges = List.copyOf(columnEdges);
  }

  /** Those of the edges that lead into the dataset, each once. */
  public static Version of(
      String dataset, Collection<TableEdge> tableEdges, Collection<ColumnEdge> columnEdges) {
    List<TableEdge> tables = into(dataset, tableEdges);
    List<ColumnEdge> columns = into(dataset, columnEdges);
    if (tables.isEmpty() && columns.isEmpty()) {
      return NOTHING;
    }
    List<String> text = new ArrayList<>(List.of(dataset));
    tables.forEach(edge -> text.add(edge.source().kind() + " " + edge.key()));
    columns.forEach(
        edge -> text.add(edge.fromCatalogue() + " " + edge.key() + "\n" + edge.expression()));
    return new Version(Fingerprint.of(String.join("\0", text)), tables, columns);
  }

  private static <E extends Edge> List<E> into(String dataset, Collection<E> edges) {
    TreeMap<String, E> byKey = new TreeMap<>();
    for (E edge : edges) {
      if (edge.targetDataset().equals(dataset)) {
        byKey.putIfAbsent(edge.key(), edge);
      }
    }
    return List.copyOf(byKey.values());
  }

  /** A version of which only the name is told; what it says was told before. */
  public static Version named(String hash) {
    return new Version(hash, List.of(), List.of());
  }

  public boolean saysNothing() {
    return hash.isEmpty();
  }

  int size() {
    return tableEdges.size() + columnEdges.size();
  }
}
