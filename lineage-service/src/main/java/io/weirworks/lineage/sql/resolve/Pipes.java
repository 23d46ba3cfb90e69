package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dependency.Indirect;
import io.weirworks.lineage.sql.SqlText;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.resolve.Queries.Rows;
import io.weirworks.lineage.sql.scope.Binding;
import io.weirworks.lineage.sql.scope.CommonTables;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.RelationColumn;
import io.weirworks.lineage.sql.scope.RelationColumn.Named;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import io.weirworks.lineage.sql.scope.Stars;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.catalyst.parser.SqlBaseLexer;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.AggregationClauseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.OperatorPipeRightSideContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.OperatorPipeSetAssignmentSeqContext;

/** {@code query |> operator}: each operator makes a relation of the one before it. */
final class Pipes {
  private final Reading reading;

  Pipes(Reading reading) {
    this.reading = reading;
  }

  /** The rows after the operator; one that keeps the columns also keeps the names of relations. */
  Rows apply(
      OperatorPipeRightSideContext pipe,
      Rows before,
      CommonTables commonTables,
      Optional<Scope> outer) {
    Relation input = before.relation();
    Scope scope = new Scope(commonTables, before.scope().or(() -> outer));
    if (pipe.AS() != null) {
      scope.bind(Binding.of(Names.of(pipe.errorCapturingIdentifier()), input));
    } else if (before.hasRelations()) {
      before.scope().ifPresent(scope::bindAll);
      scope.influencedBy(input.influences());
    } else {
      scope.bind(Binding.anonymous(input));
    }
    if (pipe.queryPrimary() != null) {
      Relation right =
          reading.queries().primary(pipe.queryPrimary(), commonTables, outer).relation();
      Relation both =
          pipe.operator.getType() == SqlBaseLexer.UNION
              ? SetOperations.union(input, List.of(right))
              : SetOperations.restrict(input, right);
      return new Rows(both, Optional.empty());
    }
    Relation relation = Relation.of(columns(pipe, scope), scope.influences());
    return keepsNames(pipe)
        ? new Rows(relation, Optional.of(scope), true)
        : new Rows(relation, Optional.empty());
  }

  private static boolean keepsNames(OperatorPipeRightSideContext pipe) {
    return pipe.AS() != null
        || pipe.whereClause() != null
        || pipe.joinRelation() != null
        || pipe.sample() != null
        || pipe.queryOrganization() != null;
  }

  private List<RelationColumn> columns(OperatorPipeRightSideContext pipe, Scope scope) {
    reading.queries().selects().windows(pipe.windowClause(), scope);
    if (pipe.selectClause() != null) {
      return reading.selections().resolve(pipe.selectClause().namedExpressionSeq(), scope);
    }
    if (pipe.AGGREGATE() != null) {
      return aggregated(pipe, scope);
    }
    if (pipe.extendList != null) {
      List<RelationColumn> columns = new ArrayList<>(Stars.all(scope, Set.of()));
      columns.addAll(reading.selections().resolve(pipe.extendList, scope));
      return columns;
    }
    if (pipe.operatorPipeSetAssignmentSeq() != null) {
      return assigned(pipe.operatorPipeSetAssignmentSeq(), scope);
    }
    if (pipe.multipartIdentifierList() != null) {
      return Stars.all(
          scope,
          pipe.multipartIdentifierList().multipartIdentifier().stream()
              .map(name -> Names.of(name).getLast().toLowerCase(Locale.ROOT))
              .collect(Collectors.toUnmodifiableSet()));
    }
    rearranged(pipe, scope);
    return Stars.all(scope, Set.of());
  }

  /** Operators that change rows or bind relations, not the list of columns. */
  private void rearranged(OperatorPipeRightSideContext pipe, Scope scope) {
    if (pipe.whereClause() != null) {
      Sources filter = reading.expressions().resolve(pipe.whereClause(), scope);
      scope.influencedBy(filter.through(Indirect.FILTER));
    } else if (pipe.joinRelation() != null) {
      reading.relations().joins().join(pipe.joinRelation(), 0, scope);
    } else if (pipe.pivotClause() != null) {
      reading.relations().pivots().pivot(pipe.pivotClause(), 0, scope);
    } else if (pipe.unpivotClause() != null) {
      reading.relations().pivots().unpivot(pipe.unpivotClause(), 0, scope);
    } else if (pipe.queryOrganization() != null) {
      Sources keys = reading.expressions().resolve(pipe.queryOrganization(), scope);
      scope.influencedBy(keys.through(Indirect.SORT));
    }
  }

  private List<RelationColumn> aggregated(OperatorPipeRightSideContext pipe, Scope scope) {
    List<RelationColumn> columns = new ArrayList<>();
    if (pipe.aggregationClause() != null) {
      AggregationClauseContext groupBy = pipe.aggregationClause();
      groupBy
          .groupByClause()
          .forEach(key -> columns.add(reading.selections().key(key, columns.size(), scope)));
      groupBy
          .namedExpression()
          .forEach(key -> columns.addAll(reading.selections().item(key, columns.size(), scope)));
      Sources keys = Sources.union(columns.stream().map(RelationColumn::sources).toList());
      scope.influencedBy(keys.through(Indirect.GROUP_BY));
    }
    if (pipe.namedExpressionSeq() != null) {
      columns.addAll(reading.selections().resolve(pipe.namedExpressionSeq(), scope));
    }
    return columns;
  }

  /**
   * {@code |> SET a = …} replaces columns in place; one of a part that nobody has listed follows.
   */
  private List<RelationColumn> assigned(
      OperatorPipeSetAssignmentSeqContext assignments, Scope scope) {
    List<RelationColumn> columns = new ArrayList<>(Stars.all(scope, Set.of()));
    for (int i = 0; i < assignments.ident.size(); i++) {
      String name = Names.of(assignments.ident.get(i));
      SqlText text = reading.textOf(assignments.expression(i));
      Sources value = reading.expressions().resolve(assignments.expression(i), scope);
      Named changed = new Named(name, value, Optional.of(text));
      boolean listed = columns.stream().anyMatch(column -> isNamed(column, name));
      columns.replaceAll(column -> isNamed(column, name) ? changed : column);
      if (!listed) {
        columns.add(changed);
      }
    }
    return columns;
  }

  private static boolean isNamed(RelationColumn column, String name) {
    return column instanceof Named named && named.name().equalsIgnoreCase(name);
  }
}
