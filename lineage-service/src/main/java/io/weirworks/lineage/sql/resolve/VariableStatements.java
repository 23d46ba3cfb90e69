package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.scope.CommonTables;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.RelationColumn;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.AssignmentContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.AssignmentListContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreateVariableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DropVariableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ForStatementContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.MultipartIdentifierContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.MultipartIdentifierListContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QueryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.SetVariableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.SetVariableInsideSqlScriptContext;
import org.jspecify.annotations.Nullable;

/** DECLARE, SET and the head of FOR: what variables are made of. */
final class VariableStatements {
  private final Reading reading;
  private final VariableValues variables;

  VariableStatements(Reading reading) {
    this.reading = reading;
    this.variables = reading.session().variables();
  }

  void declare(CreateVariableContext declaration) {
    Sources value =
        declaration.variableDefaultExpression() == null
            ? Sources.NONE
            : reading
                .expressions()
                .resolve(declaration.variableDefaultExpression().expression(), nothing());
    declaration
        .identifierReference()
        .forEach(name -> variables.declare(TableNames.parts(name), value));
  }

  void drop(DropVariableContext drop) {
    variables.drop(TableNames.parts(drop.identifierReference()));
  }

  void set(SetVariableContext set) {
    set(set.assignmentList(), set.multipartIdentifierList(), set.query());
  }

  void set(SetVariableInsideSqlScriptContext set) {
    set(set.assignmentList(), set.multipartIdentifierList(), set.query());
  }

  private void set(
      @Nullable AssignmentListContext assignments,
      @Nullable MultipartIdentifierListContext names,
      @Nullable QueryContext query) {
    if (assignments != null) {
      for (AssignmentContext assignment : assignments.assignment()) {
        variables.give(
            Names.of(assignment.key), reading.expressions().resolve(assignment.value, nothing()));
      }
    } else if (names != null && query != null) {
      fromRow(names.multipartIdentifier(), rows(query));
    }
  }

  /** {@code SET (a, b) = (SELECT …)}, by position. */
  private void fromRow(List<MultipartIdentifierContext> names, Relation row) {
    for (int i = 0; i < names.size(); i++) {
      variables.give(Names.of(names.get(i)), value(row, i));
    }
  }

  private static Sources value(Relation row, int position) {
    return row.isOpen()
        ? Sources.union(row.columns().stream().map(RelationColumn::sources).toList())
        : position < row.columns().size() ? row.columns().get(position).sources() : Sources.NONE;
  }

  void loop(ForStatementContext loop) {
    Relation query = rows(loop.query());
    String row = loop.strictIdentifier() == null ? "" : Names.of(loop.strictIdentifier());
    variables.goThrough(row, query);
  }

  private Relation rows(QueryContext query) {
    return reading.queries().resolve(query, CommonTables.NONE, Optional.empty());
  }

  private static Scope nothing() {
    return new Scope(CommonTables.NONE, Optional.empty());
  }
}
