package io.weirworks.lineage.sql;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one statement reads and writes.
 *
 * @param index of the statement in its script, from 0
 * @param span of the statement in its script
 * @param inputs tables, views and paths read; temporary views stand for what they read
 * @param outputs tables, views and paths written; empty for a bare SELECT
 * @param columnEdges per target column; targets of a bare SELECT are {@code <query>.<name>}
 * @param datasetEdges what decides about all columns of a target
 * @param schemaChanges what the statement's DDL teaches, in order
 * @param partitionChanges what it does to partitions that it names, in order
 * @param diagnostic why there is no lineage, where there is none
 */
public record StatementLineage(
    int index,
    Span span,
    Set<Dataset> inputs,
    Set<Dataset> outputs,
    List<ColumnEdge> columnEdges,
    List<DatasetEdge> datasetEdges,
    List<SchemaChange> schemaChanges,
    List<PartitionChange> partitionChanges,
    Optional<Diagnostic> diagnostic) {

  /** A statement that reads and writes nothing that is known. */
  public static StatementLineage without(int index, Span span, Optional<Diagnostic> diagnostic) {
    return new StatementLineage(
        index, span, Set.of(), Set.of(), List.of(), List.of(), List.of(), List.of(), diagnostic);
  }
}
