package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dependency.Indirect;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.AggregationClauseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.GroupByClauseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.NamedExpressionContext;

/**
 * GROUP BY, HAVING and QUALIFY: they decide which rows there are, and see the SELECT list's
 * aliases.
 */
final class Groupings {
  private final Reading reading;

  Groupings(Reading reading) {
    this.reading = reading;
  }

  void resolve(Clauses clauses, Relation result, Scope scope) {
    if (clauses.groupBy() != null) {
      Sources keys =
          Ordinals.resolve(keys(clauses.groupBy()), result, scope, reading.expressions());
      scope.influencedBy(keys.through(Indirect.GROUP_BY));
    }
    if (clauses.having() != null) {
      filter(clauses.having(), scope);
    }
    if (clauses.qualify() != null) {
      filter(clauses.qualify(), scope);
    }
  }

  private void filter(ParserRuleContext condition, Scope scope) {
    Sources sources = reading.expressions().resolve(condition, scope);
    scope.influencedBy(sources.through(Indirect.FILTER));
  }

  private static List<ParserRuleContext> keys(AggregationClauseContext groupBy) {
    List<ParserRuleContext> keys = new ArrayList<>();
    for (GroupByClauseContext key : groupBy.groupByClause()) {
      keys.add(key.expression() == null ? key.groupingAnalytics() : key.expression());
    }
    for (NamedExpressionContext key : groupBy.namedExpression()) {
      keys.add(key.expression());
    }
    return keys;
  }
}
