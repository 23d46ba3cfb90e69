package io.weirworks.lineage.sql.resolve;

import java.util.List;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.AggregationClauseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FromStatementBodyContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.HavingClauseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.LateralViewContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QualifyClauseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.RegularQuerySpecificationContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.SelectClauseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.WhereClauseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.WindowClauseContext;
import org.jspecify.annotations.Nullable;

/** The clauses of a SELECT, wherever its FROM stands. */
record Clauses(
    SelectClauseContext select,
    List<LateralViewContext> lateralViews,
    @Nullable WhereClauseContext where,
    @Nullable AggregationClauseContext groupBy,
    @Nullable HavingClauseContext having,
    @Nullable QualifyClauseContext qualify,
    @Nullable WindowClauseContext windows) {

  static Clauses of(RegularQuerySpecificationContext select) {
    return new Clauses(
        select.selectClause(),
        select.lateralView(),
        select.whereClause(),
        select.aggregationClause(),
        select.havingClause(),
        select.qualifyClause(),
        select.windowClause());
  }

  static Clauses of(FromStatementBodyContext body) {
    return new Clauses(
        body.selectClause(),
        body.lateralView(),
        body.whereClause(),
        body.aggregationClause(),
        body.havingClause(),
        body.qualifyClause(),
        body.windowClause());
  }
}
