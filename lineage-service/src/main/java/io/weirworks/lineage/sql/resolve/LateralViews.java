package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dependency.Direct;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.scope.Binding;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.RelationColumn;
import io.weirworks.lineage.sql.scope.RelationColumn.Named;
import io.weirworks.lineage.sql.scope.RelationColumn.Open;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import java.util.List;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.LateralViewContext;

/** {@code LATERAL VIEW f(…) t AS a, b}: a relation made of the row before it. */
final class LateralViews {
  private final Reading reading;

  LateralViews(Reading reading) {
    this.reading = reading;
  }

  void bind(LateralViewContext view, Scope scope) {
    Sources arguments = reading.expressions().resolveAll(view.expression(), scope);
    List<String> named = Names.ofAll(view.colName);
    String function = Names.of(view.qualifiedName()).getLast();
    List<String> names =
        named.isEmpty()
            ? Generators.columns(function, view.expression(), reading.session().dialect())
            : named;
    Relation relation = Relation.of(columns(names, arguments), Sources.NONE);
    scope.bind(Binding.of(Names.of(view.tblName), relation));
  }

  /** Columns of a table function; open if nobody says which there are. */
  static List<RelationColumn> columns(List<String> names, Sources arguments) {
    Sources made = arguments.through(Direct.TRANSFORMATION);
    return names.isEmpty()
        ? List.of(Open.computedFrom(made))
        : names.stream().<RelationColumn>map(name -> Named.of(name, made)).toList();
  }
}
