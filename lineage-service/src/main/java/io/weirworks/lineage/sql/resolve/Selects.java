package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dependency.Indirect;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.resolve.Queries.Rows;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.RelationColumn;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import io.weirworks.lineage.sql.scope.Stars;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FromStatementBodyContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FromStatementContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.LateralViewContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.NamedWindowContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QuerySpecificationContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.RegularQuerySpecificationContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TransformQuerySpecificationContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.WindowClauseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.WindowRefContext;
import org.jspecify.annotations.Nullable;

/** One SELECT: its clauses in the order in which they bind names. */
final class Selects {
  private final Reading reading;
  private final Transforms transforms;
  private final Groupings groupings;
  private final LateralViews lateralViews;

  Selects(Reading reading) {
    this.reading = reading;
    this.transforms = new Transforms(reading);
    this.groupings = new Groupings(reading);
    this.lateralViews = new LateralViews(reading);
  }

  Rows specification(QuerySpecificationContext specification, Scope scope) {
    return switch (specification) {
      case RegularQuerySpecificationContext select -> {
        if (select.fromClause() != null) {
          reading.relations().from(select.fromClause(), scope);
        }
        yield select(Clauses.of(select), scope);
      }
      case TransformQuerySpecificationContext transform -> {
        if (transform.fromClause() != null) {
          reading.relations().from(transform.fromClause(), scope);
        }
        lateralViews(transform.lateralView(), scope);
        filter(transform.whereClause(), scope);
        yield rows(transforms.resolve(transform.transformClause(), scope), scope);
      }
      default -> throw Unreadable.unknownForm(specification);
    };
  }

  /** {@code FROM … SELECT …}; FROM alone, before a pipe, gives all columns. */
  Rows fromStatement(FromStatementContext statement, Scope scope) {
    reading.relations().from(statement.fromClause(), scope);
    List<Relation> results =
        statement.fromStatementBody().stream().map(body -> body(body, scope)).toList();
    return results.isEmpty()
        ? new Rows(
            Relation.of(Stars.all(scope, Set.of()), scope.influences()), Optional.of(scope), true)
        : new Rows(
            SetOperations.union(results.getFirst(), results.subList(1, results.size())),
            Optional.of(scope));
  }

  /** The part of a {@code FROM … SELECT …} after FROM. */
  Relation body(FromStatementBodyContext body, Scope scope) {
    if (body.transformClause() != null) {
      filter(body.whereClause(), scope);
      return rows(transforms.resolve(body.transformClause(), scope), scope).relation();
    }
    return select(Clauses.of(body), scope).relation();
  }

  private Rows select(Clauses clauses, Scope scope) {
    lateralViews(clauses.lateralViews(), scope);
    filter(clauses.where(), scope);
    windows(clauses.windows(), scope);
    List<RelationColumn> columns =
        reading.selections().resolve(clauses.select().namedExpressionSeq(), scope);
    scope.selectionIsRead();
    groupings.resolve(clauses, Relation.of(columns, Sources.NONE), scope);
    return rows(columns, scope);
  }

  private static Rows rows(List<? extends RelationColumn> columns, Scope scope) {
    return new Rows(Relation.of(columns, scope.influences()), Optional.of(scope));
  }

  void lateralViews(List<LateralViewContext> views, Scope scope) {
    views.forEach(view -> lateralViews.bind(view, scope));
  }

  private void filter(@Nullable ParserRuleContext where, Scope scope) {
    if (where != null) {
      Sources sources = reading.expressions().resolve(where, scope);
      scope.influencedBy(sources.through(Indirect.FILTER));
    }
  }

  /** A window may stand for one that is defined after it, which may stand for another. */
  void windows(@Nullable WindowClauseContext windows, Scope scope) {
    if (windows != null) {
      Calls calls = new Calls(reading.expressions());
      List<NamedWindowContext> waiting = windows.namedWindow();
      while (!waiting.isEmpty()) {
        waiting.forEach(w -> scope.window(Names.of(w.name), calls.window(w.windowSpec(), scope)));
        int before = waiting.size();
        waiting = waiting.stream().filter(w -> standsForUnknown(w, scope)).toList();
        waiting = waiting.size() == before ? List.of() : waiting;
      }
    }
  }

  private static boolean standsForUnknown(NamedWindowContext window, Scope scope) {
    return window.windowSpec() instanceof WindowRefContext
        && scope.window(Names.of(window.name)).isEmpty();
  }
}
