package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dataset;
import io.weirworks.lineage.sql.Dependency.Indirect;
import io.weirworks.lineage.sql.PathName;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.scope.CommonTables;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.Scope;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierListContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierReferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.InsertIntoContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.InsertIntoReplaceBooleanCondContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.InsertIntoReplaceUsingContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.InsertIntoTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.InsertOverwriteDirContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.InsertOverwriteHiveDirContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.InsertOverwriteTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.MultiInsertQueryBodyContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.MultiInsertQueryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PartitionSpecContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PartitionValContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.SingleInsertQueryContext;
import org.jspecify.annotations.Nullable;

/**
 * INSERT in its forms. Columns go by position onto the listed columns, or onto the table's without
 * the static partition columns, dynamic ones last; {@code BY NAME} by name.
 */
final class Inserts {
  private final Reading reading;
  private final Writes writes;
  private final PartitionChanges partitions;

  Inserts(Reading reading, Writes writes) {
    this.reading = reading;
    this.writes = writes;
    this.partitions = new PartitionChanges(reading.session(), writes);
  }

  void single(SingleInsertQueryContext insert, CommonTables commonTables) {
    Relation relation = reading.queries().resolve(insert.query(), commonTables, Optional.empty());
    insert(insert.insertInto(), relation, commonTables);
  }

  /**
   * {@code FROM … INSERT … SELECT … INSERT … SELECT …}: each SELECT sees the FROM clause on its
   * own.
   */
  void multiple(MultiInsertQueryContext insert, CommonTables commonTables) {
    for (MultiInsertQueryBodyContext body : insert.multiInsertQueryBody()) {
      Scope scope = new Scope(commonTables, Optional.empty());
      reading.relations().from(insert.fromClause(), scope);
      Relation relation = reading.queries().selects().body(body.fromStatementBody(), scope);
      insert(body.insertInto(), relation, commonTables);
    }
  }

  private void insert(InsertIntoContext insert, Relation relation, CommonTables commonTables) {
    Target target = target(insert);
    writes.output(target.dataset());
    partitions.inserted(insert, target.dataset());
    target.write(relation, writes);
    if (insert instanceof InsertIntoReplaceBooleanCondContext replace) {
      Scope scope = new Scope(commonTables, Optional.empty());
      scope.bind(reading.relations().unread(replace.identifierReference()));
      writes.influences(
          target.dataset(),
          reading
              .expressions()
              .resolve(replace.booleanExpression(), scope)
              .through(Indirect.FILTER));
    }
  }

  private Target target(InsertIntoContext insert) {
    return switch (insert) {
      case InsertOverwriteTableContext table ->
          table(
              table.identifierReference(),
              table.partitionSpec(),
              table.identifierList(),
              table.NAME() != null);
      case InsertIntoTableContext table ->
          table(
              table.identifierReference(),
              table.partitionSpec(),
              table.identifierList(),
              table.NAME() != null);
      case InsertIntoReplaceBooleanCondContext table ->
          table(table.identifierReference(), null, null, table.NAME() != null);
      case InsertIntoReplaceUsingContext table ->
          table(table.identifierReference(), null, null, table.NAME() != null);
      case InsertOverwriteHiveDirContext directory ->
          Target.named(new PathName(Names.text(directory.path)));
      case InsertOverwriteDirContext directory ->
          Target.named(
              directory.path == null
                  ? Properties.path(directory.options).orElse(new PathName(""))
                  : new PathName(Names.text(directory.path)));
      default -> throw Unreadable.unknownForm(insert);
    };
  }

  private Target table(
      IdentifierReferenceContext reference,
      @Nullable PartitionSpecContext partition,
      @Nullable IdentifierListContext list,
      boolean byName) {
    Dataset table = reading.session().written(TableNames.parts(reference));
    List<String> fixed = new ArrayList<>();
    List<String> dynamic = new ArrayList<>();
    if (partition != null) {
      for (PartitionValContext value : partition.partitionVal()) {
        (value.EQ() == null ? dynamic : fixed).add(Names.of(value.identifier()));
      }
    }
    if (byName) {
      return Target.named(table);
    }
    if (list != null) {
      return Target.listed(table, withDynamic(Names.of(list), dynamic));
    }
    Optional<List<String>> columns =
        reading.session().columns(table).map(all -> arranged(all, fixed, dynamic));
    return new Target(table, columns, dynamic, columns.isPresent());
  }

  private static List<String> withDynamic(List<String> listed, List<String> dynamic) {
    List<String> columns = new ArrayList<>(listed);
    dynamic.stream().filter(name -> !KnownColumns.contains(listed, name)).forEach(columns::add);
    return columns;
  }

  /**
   * The table's columns without the partition columns that have a value, the others of the
   * PARTITION clause last.
   */
  private static List<String> arranged(List<String> all, List<String> fixed, List<String> dynamic) {
    List<String> columns = new ArrayList<>(all);
    columns.removeIf(
        name -> KnownColumns.contains(fixed, name) || KnownColumns.contains(dynamic, name));
    all.stream().filter(name -> KnownColumns.contains(dynamic, name)).forEach(columns::add);
    dynamic.stream().filter(name -> !KnownColumns.contains(all, name)).forEach(columns::add);
    return columns;
  }
}
