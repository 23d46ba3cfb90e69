package io.weirworks.lineage.sql;

/**
 * Every column of the target depends on the source column: a join key, a filter, a grouping or a
 * sort key.
 */
public record DatasetEdge(
    ColumnRef from, Dataset to, Dependency.Indirect dependency, boolean fromCatalogue) {}
