package io.weirworks.lineage.table.adapter;

import io.weirworks.contract.lineage.Dataset;
import io.weirworks.contract.lineage.KnownColumnEdge;
import io.weirworks.contract.lineage.KnownTableEdge;
import io.weirworks.contract.lineage.LineageSource;
import io.weirworks.contract.lineage.TableLineageState;
import io.weirworks.lineage.catalogue.adapter.SchemaChangeRecords;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Edge;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.dataset.KnownEdges;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.dataset.adapter.DatasetRecords;
import io.weirworks.lineage.table.TableLineage;
import java.util.List;
import java.util.function.Function;

/**
 * A dataset's state record, kept within the limit of its topic (4 MiB): of each list so many edges,
 * latest first, as fit into its part.
 */
final class TableStateRecords {

  private static final int TABLE_EDGES_BYTES = 700 << 10;
  private static final int COLUMN_EDGES_BYTES = 1 << 20;
  private static final int BYTES_OF_A_CHARACTER = 3;
  private static final long OVERHEAD = 100;

  private TableStateRecords() {}

  static TableLineageState of(TableLineage state) {
    int upstream = fitting(state.upstream(), TABLE_EDGES_BYTES);
    int downstream = fitting(state.downstream(), TABLE_EDGES_BYTES);
    int columnUpstream = fitting(state.columnUpstream(), COLUMN_EDGES_BYTES);
    int columnDownstream = fitting(state.columnDownstream(), COLUMN_EDGES_BYTES);
    return TableLineageState.newBuilder()
        .setDataset(DatasetRecords.record(state.dataset()))
        .setColumns(SchemaChangeRecords.columns(state.schema().schema()))
        .setUpstream(tables(state.upstream(), upstream, TableEdge::source))
        .setDownstream(tables(state.downstream(), downstream, TableEdge::target))
        .setColumnUpstream(columns(state.columnUpstream(), columnUpstream))
        .setColumnDownstream(columns(state.columnDownstream(), columnDownstream))
        .setTruncated(
            isCut(state.upstream(), upstream)
                || isCut(state.downstream(), downstream)
                || isCut(state.columnUpstream(), columnUpstream)
                || isCut(state.columnDownstream(), columnDownstream))
        .setUpdatedAt(state.updatedAt())
        .build();
  }

  private static boolean isCut(KnownEdges<?> edges, int told) {
    return edges.truncated() || told < edges.all().size();
  }

  private static int fitting(KnownEdges<? extends Edge> edges, int most) {
    long bytes = 0;
    int count = 0;
    for (Known<? extends Edge> known : edges.all()) {
      bytes += characters(known.edge()) * BYTES_OF_A_CHARACTER + OVERHEAD;
      if (bytes > most) {
        return count;
      }
      count++;
    }
    return count;
  }

  private static long characters(Edge edge) {
    return switch (edge) {
      case TableEdge table ->
          0L
              + table.key().length()
              + table.source().name().length()
              + table.target().name().length();
      case ColumnEdge column ->
          column.key().length() + (column.expression() == null ? 0 : column.expression().length());
    };
  }

  private static List<KnownTableEdge> tables(
      KnownEdges<TableEdge> edges, int count, Function<TableEdge, DatasetRef> otherEnd) {
    return edges.all().stream()
        .limit(count)
        .map(
            known -> {
              Dataset other = DatasetRecords.record(otherEnd.apply(known.edge()));
              return new KnownTableEdge(
                  other, LineageSource.STATIC, known.by().runId(), known.by().observedAt());
            })
        .toList();
  }

  private static List<KnownColumnEdge> columns(KnownEdges<ColumnEdge> edges, int count) {
    return edges.all().stream()
        .limit(count)
        .map(
            known ->
                new KnownColumnEdge(
                    DatasetRecords.record(known.edge()),
                    LineageSource.STATIC,
                    known.by().runId(),
                    known.by().observedAt()))
        .toList();
  }
}
