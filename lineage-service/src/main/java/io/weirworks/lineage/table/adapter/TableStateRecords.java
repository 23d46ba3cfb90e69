package io.weirworks.lineage.table.adapter;

import io.weirworks.contract.lineage.KnownColumnEdge;
import io.weirworks.contract.lineage.KnownTableEdge;
import io.weirworks.contract.lineage.Provenance;
import io.weirworks.contract.lineage.TableLineageState;
import io.weirworks.lineage.catalogue.adapter.SchemaChangeRecords;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Edge;
import io.weirworks.lineage.dataset.Known;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.dataset.adapter.DatasetRecords;
import io.weirworks.lineage.table.CurrentEdges;
import io.weirworks.lineage.table.Downstream;
import io.weirworks.lineage.table.TableLineage;
import java.util.Comparator;
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
    CurrentEdges upstream = CurrentEdges.of(state.words());
    List<Known<TableEdge>> downstream = downstream(state);
    List<Known<ColumnEdge>> columnDownstream = columnDownstream(state);
    int up = fitting(upstream.tables(), TABLE_EDGES_BYTES);
    int down = fitting(downstream, TABLE_EDGES_BYTES);
    int columnUp = fitting(upstream.columns(), COLUMN_EDGES_BYTES);
    int columnDown = fitting(columnDownstream, COLUMN_EDGES_BYTES);
    boolean isCut =
        up < upstream.tables().size()
            || down < downstream.size()
            || columnUp < upstream.columns().size()
            || columnDown < columnDownstream.size();
    return TableLineageState.newBuilder()
        .setDataset(DatasetRecords.record(state.dataset()))
        .setColumns(SchemaChangeRecords.columns(state.schema().schema()))
        .setUpstream(tables(upstream.tables(), up, TableEdge::source))
        .setDownstream(tables(downstream, down, TableEdge::target))
        .setColumnUpstream(columns(upstream.columns(), columnUp))
        .setColumnDownstream(columns(columnDownstream, columnDown))
        .setTruncated(
            isCut
                || state.words().truncated()
                || state.feeds().stream().anyMatch(Downstream::truncated))
        .setUpdatedAt(state.updatedAt())
        .setLocation(state.path().map(DatasetRecords::record).orElse(null))
        .build();
  }

  private static List<Known<TableEdge>> downstream(TableLineage state) {
    return state.feeds().stream()
        .map(feeds -> new Known<>(new TableEdge(state.dataset(), feeds.target()), feeds.saidBy()))
        .sorted(Comparator.comparing((Known<TableEdge> known) -> known.by()).reversed())
        .toList();
  }

  private static List<Known<ColumnEdge>> columnDownstream(TableLineage state) {
    return state.feeds().stream()
        .flatMap(feeds -> feeds.columns().stream().map(edge -> new Known<>(edge, feeds.saidBy())))
        .sorted(Comparator.comparing((Known<ColumnEdge> known) -> known.by()).reversed())
        .toList();
  }

  private static int fitting(List<? extends Known<? extends Edge>> edges, int most) {
    long bytes = 0;
    int count = 0;
    for (Known<? extends Edge> known : edges) {
      bytes += characters(known) * BYTES_OF_A_CHARACTER + OVERHEAD * (1 + known.saidBy().size());
      if (bytes > most) {
        return count;
      }
      count++;
    }
    return count;
  }

  private static long characters(Known<? extends Edge> known) {
    long saidBy =
        known.saidBy().stream()
            .mapToLong(
                by ->
                    by.writer().key().length()
                        + by.first().runId().length()
                        + by.last().runId().length())
            .sum();
    return saidBy
        + switch (known.edge()) {
          case TableEdge table ->
              table.key().length()
                  + table.source().name().length()
                  + table.target().name().length();
          case ColumnEdge column ->
              column.key().length()
                  + (column.expression() == null ? 0 : column.expression().length());
        };
  }

  private static List<KnownTableEdge> tables(
      List<Known<TableEdge>> edges, int count, Function<TableEdge, DatasetRef> otherEnd) {
    return edges.stream()
        .limit(count)
        .map(
            known ->
                new KnownTableEdge(
                    DatasetRecords.record(otherEnd.apply(known.edge())),
                    DatasetRecords.record(known.latest().writer().knownBy()),
                    known.by().runId(),
                    known.by().observedAt(),
                    saidBy(known)))
        .toList();
  }

  private static List<KnownColumnEdge> columns(List<Known<ColumnEdge>> edges, int count) {
    return edges.stream()
        .limit(count)
        .map(
            known ->
                new KnownColumnEdge(
                    DatasetRecords.record(known.edge()),
                    DatasetRecords.record(known.latest().writer().knownBy()),
                    known.by().runId(),
                    known.by().observedAt(),
                    saidBy(known)))
        .toList();
  }

  private static List<Provenance> saidBy(Known<?> known) {
    return known.saidBy().stream().map(DatasetRecords::record).toList();
  }
}
