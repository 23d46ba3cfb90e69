package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.scope.Binding;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.RelationColumn;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FunctionArgumentContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FunctionTableArgumentContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FunctionTableReferenceArgumentContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FunctionTableSubqueryArgumentContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TableFunctionCallContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TableFunctionCallWithTrailingClausesContext;

/**
 * {@code FROM f(…)}: every output column may be made of every argument; a table argument counts
 * with all its columns.
 */
final class TableFunctions {
  private final Reading reading;

  TableFunctions(Reading reading) {
    this.reading = reading;
  }

  Binding bind(TableFunctionCallWithTrailingClausesContext function, Scope scope) {
    TableFunctionCallContext call = function.tableFunctionCall();
    Sources.Builder arguments = new Sources.Builder();
    call.functionTableArgument().forEach(argument -> arguments.add(argument(argument, scope)));
    String name = call.functionName().getText();
    List<String> names = Functions.tableColumns(name, call.functionTableArgument().size());
    Relation relation = Relation.of(LateralViews.columns(names, arguments.build()), Sources.NONE);
    Binding binding = new Binding(Optional.empty(), List.of(name), relation);
    return Relations.aliased(binding, function.tableAlias());
  }

  private Sources argument(FunctionTableArgumentContext argument, Scope scope) {
    if (argument.functionArgument() != null) {
      FunctionArgumentContext value = argument.functionArgument();
      return value.namedArgumentExpression() == null
          ? reading.expressions().resolve(value.expression(), scope)
          : reading.expressions().resolve(value.namedArgumentExpression().value, scope);
    }
    FunctionTableReferenceArgumentContext reference = argument.functionTableReferenceArgument();
    return rows(
        reference.functionTableSubqueryArgument() == null
            ? reference.functionTableNamedArgumentExpression().table
            : reference.functionTableSubqueryArgument(),
        scope);
  }

  private Sources rows(FunctionTableSubqueryArgumentContext table, Scope scope) {
    Relation relation =
        table.query() == null
            ? reading
                .relations()
                .table(table.identifierReference(), scope.commonTables())
                .relation()
            : reading.queries().resolve(table.query(), scope.commonTables(), scope.outer());
    scope.influencedBy(relation.influences());
    return Sources.union(relation.columns().stream().map(RelationColumn::sources).toList());
  }
}
