package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.scope.Binding;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.RelationColumn;
import io.weirworks.lineage.sql.scope.RelationColumn.Named;
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
    String name = call.functionName().getText();
    List<Relation> arguments =
        call.functionTableArgument().stream().map(argument -> argument(argument, scope)).toList();
    Relation relation =
        Functions.passesThrough(name) && arguments.size() == 1
            ? arguments.getFirst()
            : new SqlFunctions(reading)
                .rows(name, values(arguments))
                .orElseGet(() -> computed(columns(name, call), arguments));
    return Relations.aliased(
        new Binding(Optional.empty(), List.of(name), relation), function.tableAlias());
  }

  private List<String> columns(String name, TableFunctionCallContext call) {
    return Generators.columns(name, call.functionTableArgument(), reading.session().dialect());
  }

  private static Relation computed(List<String> names, List<Relation> arguments) {
    Sources.Builder influences = new Sources.Builder();
    arguments.forEach(argument -> influences.add(argument.influences()));
    return Relation.of(LateralViews.columns(names, values(arguments)), influences.build());
  }

  private static Sources values(List<Relation> arguments) {
    return Sources.union(
        arguments.stream()
            .flatMap(argument -> argument.columns().stream())
            .map(RelationColumn::sources)
            .toList());
  }

  /** A value is a relation of one column. */
  private Relation argument(FunctionTableArgumentContext argument, Scope scope) {
    if (argument.functionArgument() != null) {
      FunctionArgumentContext value = argument.functionArgument();
      Sources sources =
          value.namedArgumentExpression() == null
              ? reading.expressions().resolve(value.expression(), scope)
              : reading.expressions().resolve(value.namedArgumentExpression().value, scope);
      return Relation.of(List.of(Named.of("", sources)), Sources.NONE);
    }
    FunctionTableReferenceArgumentContext reference = argument.functionTableReferenceArgument();
    return rows(
        reference.functionTableSubqueryArgument() == null
            ? reference.functionTableNamedArgumentExpression().table
            : reference.functionTableSubqueryArgument(),
        scope);
  }

  private Relation rows(FunctionTableSubqueryArgumentContext table, Scope scope) {
    return table.query() == null
        ? reading.relations().table(table.identifierReference(), scope.commonTables()).relation()
        : reading.queries().resolve(table.query(), scope.commonTables(), scope.outer());
  }
}
