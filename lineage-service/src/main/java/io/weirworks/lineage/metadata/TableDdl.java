package io.weirworks.lineage.metadata;

import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.metadata.DescribedTable.DescribedColumn;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The statement that would make a table with the columns that it has, as Spark reads it: made from
 * what is known now, not what somebody once wrote.
 */
public final class TableDdl {

  private TableDdl() {}

  /** Empty for files, views, and where a column or its type is not known. */
  public static Optional<String> of(DescribedTable table) {
    TableSnapshot snapshot = table.metadata().snapshot();
    boolean known =
        table.dataset().kind() == DatasetKind.TABLE
            && !table.columns().isEmpty()
            && table.columns().stream().allMatch(column -> column.type() != null)
            && (snapshot == null || snapshot.location() != null);
    return known ? Optional.of(text(table, snapshot)) : Optional.empty();
  }

  private static String text(DescribedTable table, @Nullable TableSnapshot snapshot) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "CREATE TABLE "
            + Arrays.stream(table.dataset().id().split("\\."))
                .map(TableDdl::name)
                .collect(Collectors.joining("."))
            + " (");
    lines.add(
        table.columns().stream().map(TableDdl::column).collect(Collectors.joining(",\n")) + ")");
    if (snapshot != null && snapshot.format() != null) {
      lines.add("USING " + snapshot.format());
    }
    List<String> partitions =
        table.columns().stream()
            .filter(DescribedColumn::partition)
            .map(column -> name(column.name()))
            .toList();
    if (!partitions.isEmpty()) {
      lines.add("PARTITIONED BY (" + String.join(", ", partitions) + ")");
    }
    if (snapshot != null) {
      Optional.ofNullable(snapshot.comment()).ifPresent(it -> lines.add("COMMENT " + quoted(it)));
      Optional.ofNullable(snapshot.location()).ifPresent(it -> lines.add("LOCATION " + quoted(it)));
    }
    return String.join("\n", lines);
  }

  private static String column(DescribedColumn column) {
    String comment = column.comment();
    return "  %s %s%s"
        .formatted(
            name(column.name()),
            column.type(),
            comment == null || comment.isBlank() ? "" : " COMMENT " + quoted(comment));
  }

  private static String name(String name) {
    return name.matches("[a-z_][a-z0-9_]*") ? name : "`" + name.replace("`", "``") + "`";
  }

  private static String quoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
