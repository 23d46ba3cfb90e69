package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.SchemaChange.Column;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What schema changes do to a list of column names. */
final class Columns {
  private Columns() {}

  static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }

  static UnaryOperator<List<String>> added(List<Column> columns) {
    return names -> Stream.concat(names.stream(), names(columns).stream()).toList();
  }

  static UnaryOperator<List<String>> dropped(List<String> columns) {
    return names -> names.stream().filter(n -> !contains(columns, n)).toList();
  }

  static UnaryOperator<List<String>> renamed(String from, String to) {
    return names -> names.stream().map(n -> n.equalsIgnoreCase(from) ? to : n).toList();
  }

  static boolean contains(List<String> names, String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }
}
