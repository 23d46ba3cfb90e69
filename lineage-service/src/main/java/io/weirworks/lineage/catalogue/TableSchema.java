package io.weirworks.lineage.catalogue;

import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.SchemaChange.Column;
import io.weirworks.lineage.sql.TableName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a table.
 *
 * @param columns in table order, partition columns last; never empty
 * @param partitions names of those that partition it
 */
public record TableSchema(List<Column> columns, List<String> partitions) {

  public TableSchema {
    columns = List.copyOf(columns);
    partitions = List.copyOf(partitions);
  }

  public List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  /** The table after a change of it; null before and after means that its columns are not known. */
  static @Nullable TableSchema after(@Nullable TableSchema before, SchemaChange change) {
    return switch (change) {
      case SchemaChange.Created created -> created(before, created);
      case SchemaChange.CreatedLike _, SchemaChange.Renamed _, SchemaChange.Dropped _ -> null;
      case SchemaChange.ColumnsAdded added ->
          before == null ? null : before.followedBy(before.ordinary(), added.columns());
      case SchemaChange.ColumnsReplaced replaced ->
          before == null ? null : before.followedBy(List.of(), replaced.columns());
      case SchemaChange.ColumnsDropped dropped ->
          before == null ? null : before.without(dropped.columns());
      case SchemaChange.ColumnRenamed renamed ->
          before == null ? null : before.renamed(renamed.from(), renamed.to());
    };
  }

  private static @Nullable TableSchema created(
      @Nullable TableSchema before, SchemaChange.Created created) {
    if (created.ifNotExists() && before != null) {
      return before;
    }
    return created.columns().isEmpty()
        ? null
        : new TableSchema(created.columns(), created.partitionColumns());
  }

  private List<Column> ordinary() {
    return columns.stream().filter(column -> !contains(partitions, column.name())).toList();
  }

  /** New columns go before the partition columns, and REPLACE COLUMNS leaves those. */
  private TableSchema followedBy(List<Column> before, List<Column> added) {
    Stream<Column> last = columns.stream().filter(column -> contains(partitions, column.name()));
    return new TableSchema(
        Stream.of(before.stream(), added.stream(), last).flatMap(part -> part).toList(),
        partitions);
  }

  private @Nullable TableSchema without(List<String> names) {
    List<Column> left = columns.stream().filter(column -> !contains(names, column.name())).toList();
    return left.isEmpty() ? null : new TableSchema(left, partitions);
  }

  private TableSchema renamed(String from, String to) {
    List<Column> all = new ArrayList<>();
    for (Column column : columns) {
      all.add(column.name().equalsIgnoreCase(from) ? new Column(to, column.type()) : column);
    }
    return new TableSchema(all, partitions);
  }

  private static boolean contains(List<String> names, String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }

  /** What creates a table with these columns, whatever was there. */
  public SchemaChange.Created creation(TableName table) {
    return new SchemaChange.Created(table, columns, partitions, Optional.empty(), false);
  }
}
