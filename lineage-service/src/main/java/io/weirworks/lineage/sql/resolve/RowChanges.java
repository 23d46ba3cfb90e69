package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.ColumnRef;
import io.weirworks.lineage.sql.Dataset;
import io.weirworks.lineage.sql.Dependency.Indirect;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.scope.Binding;
import io.weirworks.lineage.sql.scope.CommonTables;
import io.weirworks.lineage.sql.scope.References;
import io.weirworks.lineage.sql.scope.Scope;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.AssignmentContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.AssignmentListContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DeleteFromTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierReferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TableAliasContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.UpdateTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.WhereClauseContext;
import org.jspecify.annotations.Nullable;

/**
 * UPDATE and DELETE. The changed table is an output; it is an input only where a subquery reads it.
 */
final class RowChanges {
  private final Reading reading;
  private final Writes writes;

  RowChanges(Reading reading, Writes writes) {
    this.reading = reading;
    this.writes = writes;
  }

  void update(UpdateTableContext update, CommonTables commonTables) {
    Scope scope = new Scope(commonTables, Optional.empty());
    Dataset target = target(update.identifierReference(), update.tableAlias(), scope);
    filter(update.whereClause(), scope);
    assign(update.setClause().assignmentList(), target, scope);
    writes.influences(target, scope.influences());
  }

  void delete(DeleteFromTableContext delete, CommonTables commonTables) {
    Scope scope = new Scope(commonTables, Optional.empty());
    Dataset target = target(delete.identifierReference(), delete.tableAlias(), scope);
    filter(delete.whereClause(), scope);
    writes.influences(target, scope.influences());
  }

  /** Binds what is changed and counts it as written. */
  Dataset target(IdentifierReferenceContext name, TableAliasContext alias, Scope scope) {
    Binding binding = Relations.aliased(reading.relations().unread(name), alias);
    scope.bind(binding);
    Dataset target = reading.session().written(TableNames.parts(name));
    writes.output(target);
    return target;
  }

  void assign(AssignmentListContext assignments, Dataset target, Scope scope) {
    for (AssignmentContext assignment : assignments.assignment()) {
      ColumnRef to = new ColumnRef(target, References.assigned(Names.of(assignment.key), scope));
      value(to, assignment.value, scope);
    }
  }

  void value(ColumnRef to, ParserRuleContext value, Scope scope) {
    writes.column(
        to, reading.expressions().resolve(value, scope), Optional.of(reading.textOf(value)), false);
  }

  private void filter(@Nullable WhereClauseContext where, Scope scope) {
    if (where != null) {
      condition(where.booleanExpression(), Indirect.FILTER, scope);
    }
  }

  void condition(ParserRuleContext condition, Indirect as, Scope scope) {
    scope.influencedBy(reading.expressions().resolve(condition, scope).through(as));
  }
}
