package io.weirworks.lineage.sql;

import java.util.List;
import java.util.Optional;

/**
 * What a statement's DDL teaches a catalogue, to be applied once the statement is known to have
 * succeeded.
 */
public sealed interface SchemaChange {

  TableName table();

  /** A column; the type as written, absent where a query defines it. */
  record Column(String name, Optional<String> type) {}

  /**
   * {@code CREATE TABLE}, {@code CREATE VIEW}, CTAS, {@code REPLACE}.
   *
   * @param columns in table order, partition columns last; empty where the statement does not say
   * @param partitionColumns names of those columns that partition the table
   * @param files where the data lies, if the statement says
   * @param ifNotExists an existing table stays as it is
   */
  record Created(
      TableName table,
      List<Column> columns,
      List<String> partitionColumns,
      Optional<PathName> files,
      boolean ifNotExists)
      implements SchemaChange {}

  /** {@code CREATE TABLE table LIKE model}. */
  record CreatedLike(TableName table, TableName model) implements SchemaChange {}

  record ColumnsAdded(TableName table, List<Column> columns) implements SchemaChange {}

  record ColumnsReplaced(TableName table, List<Column> columns) implements SchemaChange {}

  record ColumnsDropped(TableName table, List<String> columns) implements SchemaChange {}

  record ColumnRenamed(TableName table, String from, String to) implements SchemaChange {}

  record Renamed(TableName table, TableName to) implements SchemaChange {}

  record Dropped(TableName table) implements SchemaChange {}
}
