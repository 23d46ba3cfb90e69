package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.ColumnRef;
import io.weirworks.lineage.sql.PathName;
import io.weirworks.lineage.sql.SchemaChange.Column;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.RelationColumn.Named;
import io.weirworks.lineage.sql.scope.Sources;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ColTypeContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreateTableClausesContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentityTransformContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PartitionColumnContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PartitionFieldContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PartitionTransformContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QualifiedColTypeWithPositionListContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TableElementContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TableElementListContext;
import org.jspecify.annotations.Nullable;

/** Columns as DDL declares them. */
final class ColumnDefinitions {
  private ColumnDefinitions() {}

  /**
   * The declared columns in table order: those of the list, then those that only PARTITIONED BY
   * declares.
   */
  static List<Column> declared(
      @Nullable TableElementListContext elements, CreateTableClausesContext clauses) {
    List<Column> columns = new ArrayList<>();
    if (elements != null) {
      for (TableElementContext element : elements.tableElement()) {
        if (element.colDefinition() != null) {
          columns.add(
              column(
                  Names.of(element.colDefinition().colName),
                  element.colDefinition().dataType().getText()));
        }
      }
    }
    for (PartitionFieldContext field : partitionFields(clauses)) {
      if (field instanceof PartitionColumnContext partition) {
        columns.add(of(partition.colType()));
      }
    }
    return partitionsLast(columns, partitionNames(clauses));
  }

  static Column of(ColTypeContext column) {
    return column(Names.of(column.colName), column.dataType().getText());
  }

  static List<Column> of(QualifiedColTypeWithPositionListContext list) {
    return list.qualifiedColTypeWithPosition().stream()
        .filter(c -> c.multipartIdentifier().parts.size() == 1)
        .map(c -> column(Names.of(c.multipartIdentifier()).getLast(), c.dataType().getText()))
        .toList();
  }

  /** The columns that a query gives, if all are known. */
  static List<Column> of(Relation relation) {
    return relation
        .allNamed()
        .map(all -> all.stream().map(c -> new Column(c.name(), Optional.empty())).toList())
        .orElse(List.of());
  }

  private static Column column(String name, String type) {
    return new Column(name, Optional.of(type));
  }

  static List<String> partitionNames(CreateTableClausesContext clauses) {
    List<String> names = new ArrayList<>();
    for (PartitionFieldContext field : partitionFields(clauses)) {
      switch (field) {
        case PartitionColumnContext column -> names.add(Names.of(column.colType().colName));
        case PartitionTransformContext transform -> {
          if (transform.transform() instanceof IdentityTransformContext identity) {
            names.add(Names.of(identity.qualifiedName()).getLast());
          }
        }
        default -> throw Unreadable.unknownForm(field);
      }
    }
    return names;
  }

  private static List<PartitionFieldContext> partitionFields(CreateTableClausesContext clauses) {
    return clauses.partitioning == null ? List.of() : clauses.partitioning.fields;
  }

  /** Spark and Hive keep partition columns after the others, in the order of PARTITIONED BY. */
  static List<Column> partitionsLast(List<Column> columns, List<String> partitions) {
    List<Column> ordered = new ArrayList<>(columns);
    ordered.removeIf(column -> KnownColumns.contains(partitions, column.name()));
    for (String partition : partitions) {
      columns.stream().filter(c -> c.name().equalsIgnoreCase(partition)).forEach(ordered::add);
    }
    return ordered;
  }

  /** A table over files: column by column the files', all of them if none is declared. */
  static Relation overFiles(PathName files, List<Column> declared) {
    if (declared.isEmpty()) {
      return Relation.open(files);
    }
    List<Named> columns = new ArrayList<>();
    for (Column column : declared) {
      columns.add(Named.of(column.name(), Sources.of(new ColumnRef(files, column.name()))));
    }
    return Relation.of(columns, Sources.NONE);
  }
}
