package io.weirworks.lineage.table;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.sql.SchemaChange;
import java.util.List;

/**
 * What one statement says about one dataset: asked as a command, told as an event.
 *
 * @param writer whose word it is
 * @param complete whether nothing of the run is unknown, so that it replaces the writer's older
 *     words
 * @param schemaChanges what its DDL did to this dataset, in order
 * @param tableEdges of which this dataset is source or target
 * @param columnEdges of which this dataset has a column
 */
public record TableUpdate(
    DatasetRef dataset,
    Writer writer,
    Confirmation by,
    boolean complete,
    List<SchemaChange> schemaChanges,
    List<TableEdge> tableEdges,
    List<ColumnEdge> columnEdges) {

  public TableUpdate {
    schemaChanges = List.copyOf(schemaChanges);
    tableEdges = List.copyOf(tableEdges);
    columnEdges = List.copyOf(columnEdges);
  }
}
