package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.scope.Binding;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.RelationColumn.Named;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ExpressionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.InlineTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.NamedExpressionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.RowConstructorContext;

/**
 * {@code VALUES (…), (…) AS t(a, b)}: columns made of what stands at their position in the rows,
 * {@code col1 …} if unnamed.
 */
final class InlineTables {
  private final Reading reading;

  InlineTables(Reading reading) {
    this.reading = reading;
  }

  Binding bind(InlineTableContext table, Scope scope) {
    Scope rows = new Scope(scope.commonTables(), scope.outer());
    List<Sources.Builder> columns = new ArrayList<>();
    for (ExpressionContext row : table.expression()) {
      List<? extends ParserRuleContext> values = values(row);
      for (int i = 0; i < values.size(); i++) {
        if (columns.size() == i) {
          columns.add(new Sources.Builder());
        }
        columns.get(i).add(reading.expressions().resolve(values.get(i), rows));
      }
    }
    List<Named> named = new ArrayList<>();
    for (Sources.Builder column : columns) {
      named.add(Named.of("col" + (named.size() + 1), column.build()));
    }
    Relation relation = Relation.of(named, rows.influences());
    return Relations.aliased(Binding.anonymous(relation), table.tableAlias());
  }

  private static List<? extends ParserRuleContext> values(ExpressionContext row) {
    ParserRuleContext core = Expressions.core(row);
    return core instanceof RowConstructorContext values
        ? values.namedExpression().stream().map(NamedExpressionContext::expression).toList()
        : List.of(core);
  }
}
