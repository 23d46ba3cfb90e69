package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.TableName;
import io.weirworks.lineage.sql.parse.Names;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.AddTableColumnsContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DropTableColumnsContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DropTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DropViewContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.HiveChangeColumnContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.HiveReplaceColumnsContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierReferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.RenameTableColumnContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.RenameTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StatementContext;

/**
 * ALTER, DROP and RENAME: what they change is written; what they drop is gone for the rest of the
 * script.
 */
final class TableChanges {
  private final Session session;
  private final Reading reading;
  private final Writes writes;

  TableChanges(Reading reading, Writes writes) {
    this.session = reading.session();
    this.reading = reading;
    this.writes = writes;
  }

  /** Applies the statement if it changes a table's schema. */
  void apply(StatementContext statement) {
    change(statement)
        .ifPresent(
            change -> {
              writes.output(change.table());
              writes.schema(change);
            });
    new ColumnPlaces(session).apply(statement);
  }

  private Optional<SchemaChange> change(StatementContext statement) {
    return switch (statement) {
      case AddTableColumnsContext add ->
          Optional.of(
              new SchemaChange.ColumnsAdded(
                  table(add.identifierReference()), ColumnDefinitions.of(add.columns)));
      case HiveReplaceColumnsContext replace ->
          Optional.of(
              new SchemaChange.ColumnsReplaced(
                  table(replace.table), ColumnDefinitions.of(replace.columns)));
      case DropTableColumnsContext drop ->
          Optional.of(
              new SchemaChange.ColumnsDropped(
                  table(drop.identifierReference()),
                  drop.columns.multipartIdentifier().stream()
                      .map(name -> Names.of(name).getLast())
                      .toList()));
      case RenameTableColumnContext rename ->
          Optional.of(
              new SchemaChange.ColumnRenamed(
                  table(rename.table), Names.of(rename.from).getLast(), Names.of(rename.to)));
      case HiveChangeColumnContext change ->
          Optional.of(
              new SchemaChange.ColumnRenamed(
                  table(change.table),
                  Names.of(change.colName).getLast(),
                  Names.of(change.colType().colName)));
      default -> Optional.empty();
    };
  }

  void rename(RenameTableContext rename) {
    TableName from = table(rename.from);
    TableName to = session.qualify(Names.of(rename.to));
    reading.reads(Set.of(from));
    writes.output(to);
    writes.schema(new SchemaChange.Renamed(from, to));
  }

  void drop(DropTableContext drop) {
    drop(TableNames.parts(drop.identifierReference()));
  }

  void drop(DropViewContext drop) {
    drop(TableNames.parts(drop.identifierReference()));
  }

  private void drop(List<String> name) {
    if (!session.dropTemporaryView(name)) {
      writes.schema(new SchemaChange.Dropped(session.qualify(name)));
    }
  }

  private TableName table(IdentifierReferenceContext name) {
    return session.qualify(TableNames.parts(name));
  }
}
