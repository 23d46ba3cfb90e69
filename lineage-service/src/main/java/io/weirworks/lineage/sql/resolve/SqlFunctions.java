package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dependency.Direct;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.scope.CommonTables;
import io.weirworks.lineage.sql.scope.CommonTables.CommonTable;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.RelationColumn;
import io.weirworks.lineage.sql.scope.RelationColumn.Named;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ColDefinitionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreateUserDefinedFunctionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FunctionCallContext;

/**
 * {@code CREATE FUNCTION … RETURN}: what a call gives is made of what the body reads, and of the
 * call's arguments, whichever it uses for what.
 */
final class SqlFunctions {
  private final Reading reading;

  SqlFunctions(Reading reading) {
    this.reading = reading;
  }

  /** The function reads nothing until it is called; in its body parameters are like variables. */
  void define(CreateUserDefinedFunctionContext function) {
    String name = TableNames.parts(function.identifierReference()).getLast();
    VariableValues before = reading.session().variables().copy();
    if (function.parameters != null) {
      for (ColDefinitionContext parameter : function.parameters.colDefinition()) {
        reading.session().variables().declare(List.of(Names.of(parameter.colName)), Sources.NONE);
      }
    }
    try {
      reading.session().function(name, reading.apart(() -> body(function)));
    } finally {
      reading.session().restore(before);
    }
  }

  private Relation body(CreateUserDefinedFunctionContext function) {
    if (function.query() == null) {
      Scope scope = new Scope(CommonTables.NONE, Optional.empty());
      Sources value = reading.expressions().resolve(function.expression(), scope);
      return Relation.of(List.of(Named.of("", value)), scope.influences());
    }
    Relation rows =
        reading.queries().resolve(function.query(), CommonTables.NONE, Optional.empty());
    List<String> names =
        function.returnParams == null
            ? List.of()
            : function.returnParams.colType().stream().map(c -> Names.of(c.colName)).toList();
    return rows.renamed(names);
  }

  /** What a call's value is made of besides its arguments. */
  Sources value(FunctionCallContext call, Scope scope) {
    return called(Calls.name(call))
        .map(
            body -> {
              scope.influencedBy(body.influences());
              return Sources.union(body.columns().stream().map(RelationColumn::sources).toList())
                  .through(Direct.TRANSFORMATION);
            })
        .orElse(Sources.NONE);
  }

  /** The rows of a call, each column also made of the arguments. */
  Optional<Relation> rows(String name, Sources arguments) {
    Sources made = arguments.through(Direct.TRANSFORMATION);
    return called(name)
        .map(
            body ->
                Relation.of(
                    body.columns().stream()
                        .map(column -> column.withSources(column.sources().plus(made)))
                        .toList(),
                    body.influences()));
  }

  private Optional<Relation> called(String name) {
    Optional<CommonTable> function = reading.session().function(name);
    function.ifPresent(body -> reading.reads(body.reads()));
    return function.map(CommonTable::relation);
  }
}
