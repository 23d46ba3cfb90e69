package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dependency.Indirect;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.scope.Binding;
import io.weirworks.lineage.sql.scope.References;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.RelationColumn.Named;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.JoinCriteriaContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.JoinRelationContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.JoinTypeContext;

/**
 * Joins: the right side bound, keys counted as influences, USING columns merged, semi joins hidden
 * again.
 */
final class Joins {
  private final Reading reading;

  Joins(Reading reading) {
    this.reading = reading;
  }

  void join(JoinRelationContext join, int start, Scope scope) {
    int size = scope.bindings().size();
    reading.relations().bind(join.right, join.LATERAL() != null, scope);
    if (join.NATURAL() != null) {
      merge(commonColumns(scope, start, size), start, size, scope);
    } else if (join.joinCriteria() != null) {
      criteria(join.joinCriteria(), start, size, scope);
    }
    if (hidesRight(join.joinType())) {
      scope.unbindAfter(size);
    }
  }

  private void criteria(JoinCriteriaContext criteria, int start, int size, Scope scope) {
    if (criteria.identifierList() != null) {
      merge(Names.of(criteria.identifierList()), start, size, scope);
    } else {
      Sources keys = reading.expressions().resolve(criteria.booleanExpression(), scope);
      scope.influencedBy(keys.through(Indirect.JOIN));
    }
  }

  private static boolean hidesRight(JoinTypeContext type) {
    return type.SEMI() != null || type.ANTI() != null;
  }

  private void merge(List<String> names, int start, int size, Scope scope) {
    List<Binding> bindings = scope.bindings();
    for (String name : names) {
      Sources left = side(bindings.subList(start, size), name, scope);
      Sources right = side(bindings.subList(size, bindings.size()), name, scope);
      Sources both = left.plus(right);
      scope.merge(name, both);
      scope.influencedBy(both.through(Indirect.JOIN));
    }
  }

  private static Sources side(List<Binding> bindings, String name, Scope around) {
    Scope side = new Scope(around.commonTables(), Optional.empty());
    bindings.forEach(side::bind);
    return References.resolve(List.of(name), side);
  }

  /** NATURAL joins by the columns that both sides are known to have. */
  private static List<String> commonColumns(Scope scope, int start, int size) {
    List<Binding> bindings = scope.bindings();
    List<Relation> left = bindings.subList(start, size).stream().map(Binding::relation).toList();
    return bindings.subList(size, bindings.size()).stream()
        .flatMap(right -> right.relation().columns().stream())
        .filter(Named.class::isInstance)
        .map(column -> ((Named) column).name())
        .filter(name -> left.stream().anyMatch(relation -> relation.named(name).isPresent()))
        .toList();
  }
}
