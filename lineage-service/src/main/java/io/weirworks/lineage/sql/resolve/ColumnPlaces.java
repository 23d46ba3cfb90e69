package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.TableName;
import io.weirworks.lineage.sql.parse.Names;
import java.util.Optional;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.AddTableColumnsContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.AlterColumnActionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.AlterColumnSpecContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.AlterTableAlterColumnContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ColDefinitionDescriptorWithPositionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ColPositionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.HiveChangeColumnContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierReferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.MultipartIdentifierContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QualifiedColTypeWithPositionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * {@code FIRST} and {@code AFTER c} of ALTER TABLE: where a column stands decides what an INSERT
 * without column list writes to it. Fields of structs have no place among the columns. Places count
 * for the rest of the script; the schema changes that it tells know names and types only.
 */
final class ColumnPlaces {
  private final Session session;

  ColumnPlaces(Session session) {
    this.session = session;
  }

  void apply(StatementContext statement) {
    switch (statement) {
      case AddTableColumnsContext add ->
          add.columns.qualifiedColTypeWithPosition().forEach(c -> added(add, c));
      case HiveChangeColumnContext change ->
          move(change.table, Names.of(change.colType().colName), change.colPosition());
      case AlterTableAlterColumnContext alter ->
          alter.columns.alterColumnSpec().forEach(column -> altered(alter, column));
      default -> {}
    }
  }

  private void added(AddTableColumnsContext add, QualifiedColTypeWithPositionContext column) {
    column.colDefinitionDescriptorWithPosition().stream()
        .map(ColDefinitionDescriptorWithPositionContext::colPosition)
        .forEach(place -> move(add.identifierReference(), column.name, place));
  }

  private void altered(AlterTableAlterColumnContext alter, AlterColumnSpecContext column) {
    AlterColumnActionContext action = column.alterColumnAction();
    move(alter.table, column.column, action == null ? null : action.colPosition());
  }

  private void move(
      IdentifierReferenceContext table,
      MultipartIdentifierContext column,
      @Nullable ColPositionContext place) {
    if (column.parts.size() == 1) {
      move(table, Names.of(column).getFirst(), place);
    }
  }

  private void move(
      IdentifierReferenceContext table, String column, @Nullable ColPositionContext place) {
    if (place != null) {
      TableName name = session.qualify(TableNames.parts(table));
      Optional<String> after =
          place.afterCol == null ? Optional.empty() : Optional.of(Names.of(place.afterCol));
      session.move(name, column, after);
    }
  }
}
