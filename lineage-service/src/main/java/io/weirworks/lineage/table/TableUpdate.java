package io.weirworks.lineage.table;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.sql.PartitionChange;
import io.weirworks.lineage.sql.SchemaChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one statement says about one dataset.
 *
 * @param writer whose word it is
 * @param complete whether the statement writes the dataset and nothing of its run is unknown, so
 *     that it replaces the writer's older words; false for what is only read
 * @param schemaChanges what its DDL did to this dataset, in order
 * @param tableEdges into this dataset; others mean nothing here
 * @param columnEdges into this dataset's columns; others mean nothing here
 * @param location where the dataset's files lie, where the engine says so; null: not said
 * @param partitionChanges what it did to partitions of the dataset that it names, in order
 */
public record TableUpdate(
    DatasetRef dataset,
    Writer writer,
    Confirmation by,
    boolean complete,
    List<SchemaChange> schemaChanges,
    List<TableEdge> tableEdges,
    List<ColumnEdge> columnEdges,
    @Nullable DatasetRef location,
    List<PartitionChange> partitionChanges) {

  public TableUpdate {
    partitionChanges = List.copyOf(partitionChanges);
    schemaChanges = List.copyOf(schemaChanges);
    tableEdges = List.copyOf(tableEdges);
    columnEdges = List.copyOf(columnEdges);
  }

  /** What a statement says that names neither files beside the dataset nor partitions. */
  public TableUpdate(
      DatasetRef dataset,
      Writer writer,
      Confirmation by,
      boolean complete,
      List<SchemaChange> schemaChanges,
      List<TableEdge> tableEdges,
      List<ColumnEdge> columnEdges) {
    this(dataset, writer, by, complete, schemaChanges, tableEdges, columnEdges, null, List.of());
  }

  /** That a dataset was read, no more. */
  public static TableUpdate read(DatasetRef dataset, Writer writer, Confirmation by) {
    return read(dataset, writer, by, null);
  }

  /** That a dataset was read, and where its files lie, no more. */
  public static TableUpdate read(
      DatasetRef dataset, Writer writer, Confirmation by, @Nullable DatasetRef location) {
    return new TableUpdate(
        dataset, writer, by, false, List.of(), List.of(), List.of(), location, List.of());
  }

  /** Whether it says that the dataset was read, no more. */
  boolean onlyReads() {
    return !complete && schemaChanges.isEmpty() && version().saysNothing();
  }

  /** What it says the dataset is made from. */
  public Version version() {
    return Version.of(dataset.id(), tableEdges, columnEdges);
  }

  /** Whether its DDL dropped the dataset. */
  public boolean drops() {
    return schemaChanges.stream().anyMatch(SchemaChange.Dropped.class::isInstance);
  }
}
