package io.weirworks.lineage.graph.adapter;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.graph.GraphSummary;
import java.util.HexFormat;
import java.util.Map;

/**
 * A graph as JSON.
 *
 * @param datasets that current edges name
 * @param columns that current edges name
 * @param tableEdges current edges between datasets, each once for each writer and version
 * @param columnEdges current edges between columns, each once for each writer and version
 * @param hash 16 hex digits; the same for the same edges, writers and confirmations, in whatever
 *     order they came
 * @param positions next offset of weirworks.lineage.events by partition
 * @param behind records that are there and not read
 */
@Serdeable
record GraphView(
    int datasets,
    int columns,
    long tableEdges,
    long columnEdges,
    String hash,
    Map<Integer, Long> positions,
    long behind) {

  static GraphView of(GraphSummary summary, LiveGraph.Progress progress) {
    return new GraphView(
        summary.datasets(),
        summary.columns(),
        summary.tableEdges(),
        summary.columnEdges(),
        HexFormat.of().toHexDigits(summary.hash()),
        progress.positions(),
        progress.behind());
  }
}
