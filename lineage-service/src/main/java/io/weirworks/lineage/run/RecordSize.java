package io.weirworks.lineage.run;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.sql.PartitionChange;
import io.weirworks.lineage.sql.SchemaChange;
import java.util.List;
import java.util.Optional;

/**
 * Keeps what one statement tells within the limit of a record of the lineage topics (4 MiB): first
 * its column edges go, then all of it; what went is a gap, never a stopped shard.
 */
final class RecordSize {

  /** An estimate from above in bytes; the rest of the limit is for what an event has beside. */
  static final long MOST_BYTES = 3L << 20;

  private static final int BYTES_OF_A_CHARACTER = 3;
  private static final long OVERHEAD = 24;

  private RecordSize() {}

  static Finding bounded(RunStatement statement, Finding finding) {
    StatementRecord record = finding.record().orElse(null);
    if (record == null || bytes(record) <= MOST_BYTES) {
      return finding;
    }
    StatementRecord smaller = record.withoutColumns();
    boolean fits = bytes(smaller) <= MOST_BYTES;
    Gap gap =
        Gap.of(
            statement,
            Gap.Code.TOO_MANY_EDGES,
            record.columnEdges().size()
                + " column edges and "
                + record.tableEdges().size()
                + " table edges do not fit into a record; "
                + (fits ? "the column edges were left out" : "all were left out"));
    return new Finding(
        finding.index(), fits ? Optional.of(smaller) : Optional.empty(), Optional.of(gap));
  }

  private static long bytes(StatementRecord record) {
    long characters = record.columnEdges().stream().mapToLong(RecordSize::characters).sum();
    for (TableEdge edge : record.tableEdges()) {
      characters += characters(edge.source()) + characters(edge.target());
    }
    for (DatasetRef dataset : record.inputs()) {
      characters += characters(dataset);
    }
    for (SchemaChange change : record.schemaChanges()) {
      characters += characters(change);
    }
    for (PartitionChange change : record.partitionChanges()) {
      characters += change.spec().characters() + (1 + change.spec().values().size()) * OVERHEAD;
    }
    return characters * BYTES_OF_A_CHARACTER;
  }

  private static long characters(DatasetRef dataset) {
    return dataset.id().length() + dataset.name().length() + OVERHEAD;
  }

  private static long characters(ColumnEdge edge) {
    return (edge.expression() == null ? 0 : edge.expression().length())
        + edge.key().length()
        + OVERHEAD;
  }

  private static long characters(SchemaChange change) {
    List<SchemaChange.Column> columns =
        switch (change) {
          case SchemaChange.Created created -> created.columns();
          case SchemaChange.ColumnsAdded added -> added.columns();
          case SchemaChange.ColumnsReplaced replaced -> replaced.columns();
          case SchemaChange.ColumnsDropped dropped ->
              dropped.columns().stream()
                  .map(name -> new SchemaChange.Column(name, Optional.empty()))
                  .toList();
          case SchemaChange.CreatedLike _,
              SchemaChange.ColumnRenamed _,
              SchemaChange.Renamed _,
              SchemaChange.Dropped _ ->
              List.of();
        };
    return OVERHEAD
        + columns.stream()
            .mapToLong(c -> OVERHEAD + c.name().length() + c.type().map(String::length).orElse(0))
            .sum();
  }
}
