package io.weirworks.lineage.graph;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * How large a graph is, and what it is.
 *
 * @param datasets that edges name
 * @param columns that current edges name
 * @param tableEdges current edges between datasets, each once for each writer and version
 * @param columnEdges current edges between columns, each once for each writer and version
 * @param hash of all current edges with their writers and latest confirmations; the same whatever
 *     the order of updates was
 */
public record GraphSummary(
    int datasets, int columns, long tableEdges, long columnEdges, long hash) {

  static GraphSummary of(Datasets datasets) {
    Sum sum = new Sum(datasets);
    datasets.all().forEach(sum::add);
    return new GraphSummary(
        sum.named.size(),
        sum.named.values().stream().mapToInt(BitSet::cardinality).sum(),
        sum.tableEdges,
        sum.columnEdges,
        sum.hash);
  }

  private static final class Sum {
    private final Datasets datasets;
    private final Map<GraphDataset, BitSet> named = new HashMap<>();
    private long tableEdges;
    private long columnEdges;
    private long hash;

    Sum(Datasets datasets) {
      this.datasets = datasets;
    }

    void add(GraphDataset dataset) {
      for (Contribution contribution : dataset.inflow().contributions()) {
        long word =
            Hashes.both(
                Hashes.both(dataset.hash, Hashes.of(contribution.writer())),
                Hashes.of(contribution.by()));
        for (long edge : contribution.into()) {
          hash += Hashes.both(word, hash(dataset, edge));
          count(dataset, edge);
        }
      }
    }

    private long hash(GraphDataset target, long edge) {
      GraphDataset source = datasets.numbered(PackedEdge.sourceDataset(edge));
      long ends =
          Hashes.both(
              Hashes.both(source.hash, source.columns().hash(PackedEdge.sourceColumn(edge))),
              target.columns().hash(PackedEdge.targetColumn(edge)));
      return Hashes.both(ends, PackedEdge.flow(edge));
    }

    private void count(GraphDataset target, long edge) {
      GraphDataset source = datasets.numbered(PackedEdge.sourceDataset(edge));
      name(source, PackedEdge.sourceColumn(edge));
      name(target, PackedEdge.targetColumn(edge));
      if (PackedEdge.flow(edge) == PackedEdge.TABLE) {
        tableEdges++;
      } else {
        columnEdges++;
      }
    }

    private void name(GraphDataset dataset, int column) {
      BitSet columns = named.computeIfAbsent(dataset, d -> new BitSet());
      if (column > Columns.WHOLE) {
        columns.set(column);
      }
    }
  }
}
