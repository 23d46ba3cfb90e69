package io.weirworks.lineage.catalogue.adapter;

import io.weirworks.contract.lineage.SchemaChangeKind;
import io.weirworks.lineage.catalogue.TableSchema;
import io.weirworks.lineage.sql.PathName;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.SchemaChange.Column;
import io.weirworks.lineage.sql.TableName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Schema changes to the contract's records and back. */
public final class SchemaChangeRecords {

  private SchemaChangeRecords() {}

  public static List<io.weirworks.contract.lineage.Column> columns(Optional<TableSchema> schema) {
    return schema.map(TableSchema::columns).map(SchemaChangeRecords::records).orElse(List.of());
  }

  private static List<io.weirworks.contract.lineage.Column> records(List<Column> columns) {
    return columns.stream()
        .map(
            column ->
                new io.weirworks.contract.lineage.Column(
                    column.name().toLowerCase(Locale.ROOT), column.type().orElse(null)))
        .toList();
  }

  private static List<io.weirworks.contract.lineage.Column> named(List<String> columns) {
    return records(columns.stream().map(name -> new Column(name, Optional.empty())).toList());
  }

  public static io.weirworks.contract.lineage.SchemaChange record(SchemaChange change) {
    io.weirworks.contract.lineage.SchemaChange.Builder record =
        io.weirworks.contract.lineage.SchemaChange.newBuilder().setTable(change.table().id());
    switch (change) {
      case SchemaChange.Created created ->
          record
              .setKind(SchemaChangeKind.CREATED)
              .setColumns(records(created.columns()))
              .setPartitionColumns(created.partitionColumns())
              .setLocation(created.files().map(PathName::location).orElse(null))
              .setIfNotExists(created.ifNotExists());
      case SchemaChange.CreatedLike(var _, TableName model) ->
          record.setKind(SchemaChangeKind.CREATED_LIKE).setOther(model.id());
      case SchemaChange.ColumnsAdded(var _, List<Column> columns) ->
          record.setKind(SchemaChangeKind.COLUMNS_ADDED).setColumns(records(columns));
      case SchemaChange.ColumnsReplaced(var _, List<Column> columns) ->
          record.setKind(SchemaChangeKind.COLUMNS_REPLACED).setColumns(records(columns));
      case SchemaChange.ColumnsDropped(var _, List<String> columns) ->
          record.setKind(SchemaChangeKind.COLUMNS_DROPPED).setColumns(named(columns));
      case SchemaChange.ColumnRenamed(var _, String from, String to) ->
          record
              .setKind(SchemaChangeKind.COLUMN_RENAMED)
              .setColumns(named(List.of(from)))
              .setOther(to);
      case SchemaChange.Renamed(var _, TableName to) ->
          record.setKind(SchemaChangeKind.RENAMED).setOther(to.id());
      case SchemaChange.Dropped _ -> record.setKind(SchemaChangeKind.DROPPED);
    }
    return record.build();
  }

  /**
   * @throws IllegalArgumentException for a kind of a later version: our own commands carry none
   */
  public static SchemaChange domain(io.weirworks.contract.lineage.SchemaChange record) {
    TableName table = TableName.parse(record.getTable());
    List<Column> columns =
        record.getColumns().stream()
            .map(column -> new Column(column.getName(), Optional.ofNullable(column.getType())))
            .toList();
    List<String> names = columns.stream().map(Column::name).toList();
    return switch (record.getKind()) {
      case CREATED ->
          new SchemaChange.Created(
              table,
              columns,
              record.getPartitionColumns(),
              Optional.ofNullable(record.getLocation()).map(PathName::new),
              record.getIfNotExists());
      case CREATED_LIKE -> new SchemaChange.CreatedLike(table, TableName.parse(record.getOther()));
      case COLUMNS_ADDED -> new SchemaChange.ColumnsAdded(table, columns);
      case COLUMNS_REPLACED -> new SchemaChange.ColumnsReplaced(table, columns);
      case COLUMNS_DROPPED -> new SchemaChange.ColumnsDropped(table, names);
      case COLUMN_RENAMED ->
          new SchemaChange.ColumnRenamed(table, names.getFirst(), record.getOther());
      case RENAMED -> new SchemaChange.Renamed(table, TableName.parse(record.getOther()));
      case DROPPED -> new SchemaChange.Dropped(table);
      case UNKNOWN -> throw new IllegalArgumentException("unknown schema change of " + table.id());
    };
  }
}
