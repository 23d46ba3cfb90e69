package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.SchemaChange.Column;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The columns of a table and what DDL does to them.
 *
 * @param names in table order, partition columns last
 * @param partitions which of them partition the table; absent where only a catalogue knows
 */
record KnownColumns(List<String> names, Optional<List<String>> partitions) {

  static KnownColumns ofCatalogue(List<String> names) {
    return new KnownColumns(names, Optional.empty());
  }

  static List<String> names(List<Column> columns) {
    return columns.stream().map(Column::name).toList();
  }

  static boolean contains(List<String> names, String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }

  /** New columns go before the partition columns; where those are not known, nor is the order. */
  Optional<KnownColumns> added(List<Column> columns) {
    List<String> before = new ArrayList<>(names);
    partitions.ifPresent(all -> before.removeIf(name -> contains(all, name)));
    return replaced(Stream.concat(before.stream(), names(columns).stream()).toList());
  }

  /** REPLACE COLUMNS leaves the partition columns. */
  Optional<KnownColumns> replacedBy(List<Column> columns) {
    return replaced(names(columns));
  }

  private Optional<KnownColumns> replaced(List<String> ordinary) {
    return partitions.map(
        all ->
            new KnownColumns(Stream.concat(ordinary.stream(), all.stream()).toList(), partitions));
  }

  /**
   * With a column moved.
   *
   * @param after the column that it follows; empty for the first place
   */
  KnownColumns moved(String column, Optional<String> after) {
    List<String> ordered = new ArrayList<>(names);
    Optional<String> moved = names.stream().filter(column::equalsIgnoreCase).findFirst();
    if (moved.isPresent()) {
      ordered.remove(moved.get());
      ordered.add(after.map(name -> 1 + indexOf(ordered, name)).orElse(0), moved.get());
    }
    return new KnownColumns(ordered, partitions);
  }

  private static int indexOf(List<String> names, String name) {
    int index = 0;
    while (index < names.size() && !names.get(index).equalsIgnoreCase(name)) {
      index++;
    }
    return Math.min(index, names.size() - 1);
  }

  KnownColumns dropped(List<String> columns) {
    return new KnownColumns(
        names.stream().filter(name -> !contains(columns, name)).toList(), partitions);
  }

  KnownColumns renamed(String from, String to) {
    return new KnownColumns(
        names.stream().map(name -> name.equalsIgnoreCase(from) ? to : name).toList(), partitions);
  }
}
