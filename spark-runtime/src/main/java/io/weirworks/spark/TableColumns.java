package io.weirworks.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hadoop.hive.metastore.api.Table;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.StructType;
import org.jspecify.annotations.Nullable;

/**
 * Columns of a table. Where Hive cannot read a table that Spark made, its columns are one
 * placeholder, and the true ones are in properties that Spark has written.
 */
final class TableColumns {
  private static final String SCHEMA = "spark.sql.sources.schema";
  private static final String PLACEHOLDER = "col";
  private static final String PLACEHOLDER_TYPE = "array<string>";

  private TableColumns() {}

  /** In order, without those that partition it. */
  static List<TableColumn> of(Table table) {
    var storage = table.getSd();
    var hive = TableColumn.of(storage == null ? null : storage.getCols());
    var schema = schema(TableFiles.properties(table));
    return schema == null || !isPlaceholder(hive) ? hive : sparks(schema, partitioning(table));
  }

  static List<TableColumn> partitioning(Table table) {
    return TableColumn.of(table.getPartitionKeys());
  }

  private static boolean isPlaceholder(List<TableColumn> columns) {
    return columns.size() == 1
        && PLACEHOLDER.equals(columns.get(0).name())
        && PLACEHOLDER_TYPE.equals(columns.get(0).type());
  }

  private static List<TableColumn> sparks(String schema, List<TableColumn> partitioning) {
    Set<String> elsewhere =
        partitioning.stream()
            .map(column -> column.name().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    var columns = new ArrayList<TableColumn>();
    for (var field : ((StructType) DataType.fromJson(schema)).fields()) {
      if (!elsewhere.contains(field.name().toLowerCase(Locale.ROOT))) {
        columns.add(
            new TableColumn(
                field.name(),
                field.dataType().catalogString(),
                field.getComment().getOrElse(() -> null)));
      }
    }
    return columns;
  }

  /** A long one is in parts, since a property of a metastore's holds 4,000 characters. */
  private static @Nullable String schema(Map<String, String> properties) {
    var parts = properties.get(SCHEMA + ".numParts");
    if (parts == null) {
      return properties.get(SCHEMA);
    }
    var whole = new StringBuilder();
    for (int i = 0; i < Integer.parseInt(parts); i++) {
      whole.append(properties.getOrDefault(SCHEMA + ".part." + i, ""));
    }
    return whole.toString();
  }
}
