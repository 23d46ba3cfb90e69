package io.weirworks.lineage.graph;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.table.Word;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;

/** Turns words into numbers; names what they name for the first time. */
final class WordPacking {

  private final Datasets datasets;

  WordPacking(Datasets datasets) {
    this.datasets = datasets;
  }

  Contribution packed(GraphDataset target, Word word) {
    List<TableEdge> tables = word.version().tableEdges();
    List<ColumnEdge> columns = word.version().columnEdges();
    nameColumns(columns);
    LongStream ofTables =
        tables.stream()
            .map(edge -> datasets.named(edge.sourceDataset()))
            .mapToLong(
                source ->
                    PackedEdge.into(Columns.WHOLE, source.number, Columns.WHOLE, PackedEdge.TABLE));
    LongStream ofColumns = columns.stream().mapToLong(edge -> packed(target, edge));
    return Contribution.of(
        word.saidBy().writer(),
        word.saidBy().last(),
        SortedLongs.of(LongStream.concat(ofTables, ofColumns).toArray()));
  }

  private long packed(GraphDataset target, ColumnEdge edge) {
    GraphDataset source = datasets.named(edge.sourceDataset());
    return PackedEdge.into(
        target.columns().number(edge.targetColumn()),
        source.number,
        source.columns().number(edge.sourceColumn()),
        PackedEdge.number(edge.flow()));
  }

  private void nameColumns(List<ColumnEdge> edges) {
    Map<String, Set<String>> names = new HashMap<>();
    for (ColumnEdge edge : edges) {
      names.computeIfAbsent(edge.sourceDataset(), id -> new TreeSet<>()).add(edge.sourceColumn());
      if (edge.targetColumn() != null) {
        names.computeIfAbsent(edge.targetDataset(), id -> new TreeSet<>()).add(edge.targetColumn());
      }
    }
    names.forEach((dataset, columns) -> datasets.named(dataset).name(columns));
  }
}
