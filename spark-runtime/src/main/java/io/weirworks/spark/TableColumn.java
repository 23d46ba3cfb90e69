package io.weirworks.spark;

import java.util.List;
import java.util.Objects;
import org.apache.hadoop.hive.metastore.api.FieldSchema;
import org.jspecify.annotations.Nullable;

/**
 * A column of a metastore's table.
 *
 * @param type in Hive's words, such as {@code decimal(10,2)}
 */
record TableColumn(String name, String type, @Nullable String comment) {

  static List<TableColumn> of(@Nullable List<FieldSchema> fields) {
    return fields == null ? List.of() : fields.stream().map(TableColumn::of).toList();
  }

  private static TableColumn of(FieldSchema field) {
    return new TableColumn(
        Objects.requireNonNullElse(field.getName(), ""),
        Objects.requireNonNullElse(field.getType(), ""),
        field.getComment());
  }
}
