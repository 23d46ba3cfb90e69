package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dependency.Indirect;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.scope.MergedColumn;
import io.weirworks.lineage.sql.scope.References;
import io.weirworks.lineage.sql.scope.RelationColumn.Named;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import io.weirworks.lineage.sql.scope.Stars;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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
    boolean keepsRight = !hidesRight(join.joinType());
    if (join.NATURAL() != null) {
      merge(commonColumns(scope, start, size), start, size, keepsRight, scope);
    } else if (join.joinCriteria() != null) {
      criteria(join.joinCriteria(), start, size, keepsRight, scope);
    }
    if (!keepsRight) {
      scope.unbindAfter(size);
    }
  }

  private void criteria(
      JoinCriteriaContext criteria, int start, int size, boolean keepsRight, Scope scope) {
    if (criteria.identifierList() != null) {
      merge(Names.of(criteria.identifierList()), start, size, keepsRight, scope);
    } else {
      Sources keys = reading.expressions().resolve(criteria.booleanExpression(), scope);
      scope.influencedBy(keys.through(Indirect.JOIN));
    }
  }

  private static boolean hidesRight(JoinTypeContext type) {
    return type.SEMI() != null || type.ANTI() != null;
  }

  /** Of a join that hides its right side only the left one's columns are left. */
  private static void merge(
      List<String> names, int start, int size, boolean keepsRight, Scope scope) {
    Scope left = scope.part(start, size);
    Scope right = scope.part(size, scope.bindings().size());
    List<MergedColumn> columns = new ArrayList<>();
    for (String name : names) {
      Sources both =
          References.resolve(List.of(name), left).plus(References.resolve(List.of(name), right));
      scope.influencedBy(both.through(Indirect.JOIN));
      columns.add(new MergedColumn(name, both, start, scope.bindings().size()));
    }
    if (keepsRight) {
      scope.merge(columns);
    }
  }

  /** NATURAL joins by the columns that both sides are known to have, in the left one's order. */
  private static List<String> commonColumns(Scope scope, int start, int size) {
    List<String> right = names(scope.part(size, scope.bindings().size()));
    return names(scope.part(start, size)).stream()
        .filter(name -> KnownColumns.contains(right, name))
        .toList();
  }

  private static List<String> names(Scope side) {
    return Stars.all(side, Set.of()).stream()
        .filter(Named.class::isInstance)
        .map(column -> ((Named) column).name())
        .toList();
  }
}
