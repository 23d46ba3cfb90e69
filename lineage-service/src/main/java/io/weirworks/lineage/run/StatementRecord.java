package io.weirworks.lineage.run;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.sql.SchemaChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one statement touched.
 *
 * @param index of the statement in the script; for what only the engine knows of, behind all of
 *     them
 * @param sha256 of its text, null where the engine did not tell it
 * @param schemaChanges what its DDL did, each naming one table
 */
public record StatementRecord(
    int index,
    @Nullable String sha256,
    List<DatasetRef> inputs,
    List<DatasetRef> outputs,
    List<TableEdge> tableEdges,
    List<ColumnEdge> columnEdges,
    List<SchemaChange> schemaChanges) {

  public StatementRecord {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    tableEdges = List.copyOf(tableEdges);
    columnEdges = List.copyOf(columnEdges);
    schemaChanges = List.copyOf(schemaChanges);
  }

  boolean touchesNothing() {
    return inputs.isEmpty() && outputs.isEmpty() && schemaChanges.isEmpty();
  }

  StatementRecord withoutColumns() {
    return new StatementRecord(
        index, sha256, inputs, outputs, tableEdges, List.of(), schemaChanges);
  }
}
