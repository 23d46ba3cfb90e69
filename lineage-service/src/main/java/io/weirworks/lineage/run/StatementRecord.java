package io.weirworks.lineage.run;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.sql.PartitionChange;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.use.Access;
import io.weirworks.lineage.use.Use;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one statement touched.
 *
 * @param index of the statement in the script; for what only the engine knows of, behind all of
 *     them
 * @param sha256 of its text, null where the engine did not tell it
 * @param schemaChanges what its DDL did, each naming one table
 * @param partitionChanges what it did to partitions that it names
 * @param locations where the files of a table lie, by its id, where the engine says so
 */
public record StatementRecord(
    int index,
    @Nullable String sha256,
    List<DatasetRef> inputs,
    List<DatasetRef> outputs,
    List<TableEdge> tableEdges,
    List<ColumnEdge> columnEdges,
    List<SchemaChange> schemaChanges,
    List<PartitionChange> partitionChanges,
    Map<String, DatasetRef> locations) {

  public StatementRecord {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
    tableEdges = List.copyOf(tableEdges);
    columnEdges = List.copyOf(columnEdges);
    schemaChanges = List.copyOf(schemaChanges);
    partitionChanges = List.copyOf(partitionChanges);
    locations = Map.copyOf(locations);
  }

  boolean touchesNothing() {
    return inputs.isEmpty()
        && outputs.isEmpty()
        && schemaChanges.isEmpty()
        && partitionChanges.isEmpty();
  }

  /**
   * Which datasets it read and wrote. What it only defined was neither: an output that nothing
   * flows into and that its DDL changed.
   */
  public Set<Use> uses() {
    Set<Use> uses = new LinkedHashSet<>();
    inputs.forEach(dataset -> uses.add(new Use(dataset, Access.READ)));
    Set<DatasetRef> defined = new HashSet<>();
    schemaChanges.forEach(change -> DatasetNames.of(change.table()).ifPresent(defined::add));
    tableEdges.forEach(edge -> defined.remove(edge.target()));
    outputs.stream()
        .filter(dataset -> !defined.contains(dataset))
        .forEach(dataset -> uses.add(new Use(dataset, Access.WRITE)));
    return uses;
  }

  StatementRecord withoutColumns() {
    return new StatementRecord(
        index,
        sha256,
        inputs,
        outputs,
        tableEdges,
        List.of(),
        schemaChanges,
        partitionChanges,
        locations);
  }
}
