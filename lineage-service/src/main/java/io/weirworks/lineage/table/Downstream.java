package io.weirworks.lineage.table;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.dataset.Provenance;
import io.weirworks.lineage.dataset.TableEdge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a dataset is known to flow into, as that dataset last told it. Only what changes with the
 * edges is told, so that runs that change none cost the source nothing.
 *
 * @param target that is made from it
 * @param saidBy who says so, with their first words
 * @param columns edges into the target's columns
 * @param truncated whether the columns had no place here
 */
public record Downstream(
    DatasetRef target, List<Provenance> saidBy, List<ColumnEdge> columns, boolean truncated) {

  public Downstream {
    saidBy = List.copyOf(saidBy);
    columns = columns.stream().sorted(Comparator.comparing(ColumnEdge::key)).toList();
  }

  /** Nothing flows there any more. */
  static Downstream ended(DatasetRef target) {
    return new Downstream(target, List.of(), List.of());
  }

  public Downstream(DatasetRef target, List<Provenance> saidBy, List<ColumnEdge> columns) {
    this(target, saidBy, columns, false);
  }

  Downstream withoutColumns() {
    return new Downstream(target, saidBy, List.of(), true);
  }

  public boolean hasEnded() {
    return saidBy.isEmpty();
  }

  /** What each source of a dataset is told, by source. */
  static Map<DatasetRef, Downstream> of(Words words) {
    CurrentEdges edges = CurrentEdges.of(words);
    Map<String, List<ColumnEdge>> columns = new LinkedHashMap<>();
    for (Known<ColumnEdge> known : edges.columns()) {
      columns
          .computeIfAbsent(known.edge().sourceDataset(), source -> new ArrayList<>())
          .add(known.edge());
    }
    Map<DatasetRef, Downstream> bySource = new LinkedHashMap<>();
    for (Known<TableEdge> known : edges.tables()) {
      DatasetRef source = known.edge().source();
      bySource.put(
          source,
          new Downstream(
              known.edge().target(),
              firstWords(known),
              columns.getOrDefault(source.id(), List.of())));
    }
    return bySource;
  }

  private static List<Provenance> firstWords(Known<TableEdge> known) {
    return known.saidBy().stream()
        .map(by -> new Provenance(by.writer(), by.first(), by.first()))
        .sorted(Comparator.comparing(by -> by.writer().key()))
        .toList();
  }
}
