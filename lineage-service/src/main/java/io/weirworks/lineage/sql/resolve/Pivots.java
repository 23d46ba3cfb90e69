package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dependency.Direct;
import io.weirworks.lineage.sql.Dependency.Indirect;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.scope.Binding;
import io.weirworks.lineage.sql.scope.References;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.RelationColumn;
import io.weirworks.lineage.sql.scope.RelationColumn.Named;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import io.weirworks.lineage.sql.scope.Stars;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.NamedExpressionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PivotClauseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PivotValueContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.UnpivotClauseContext;
import org.jspecify.annotations.Nullable;

/** PIVOT and UNPIVOT: the relations bound since {@code start} become one with other columns. */
final class Pivots {
  private final Reading reading;

  Pivots(Reading reading) {
    this.reading = reading;
  }

  /**
   * Columns used neither by an aggregate nor as pivot stay as grouping keys; each pivot value gets
   * a column per aggregate.
   */
  void pivot(PivotClauseContext pivot, int start, Scope scope) {
    Scope inner = inner(start, scope);
    Set<String> used = new HashSet<>();
    pivot.pivotColumn().identifiers.forEach(c -> used.add(lower(Names.of(c))));
    for (NamedExpressionContext aggregate : pivot.aggregates.namedExpression()) {
      used.addAll(ColumnMentions.in(aggregate.expression()));
    }
    List<RelationColumn> columns = new ArrayList<>(Stars.all(inner, used));
    for (PivotValueContext value : pivot.pivotValues) {
      for (NamedExpressionContext aggregate : pivot.aggregates.namedExpression()) {
        boolean only = pivot.aggregates.namedExpression().size() == 1;
        Sources sources = reading.expressions().resolve(aggregate.expression(), inner);
        columns.add(Named.of(name(value, aggregate, only), sources.through(Direct.AGGREGATION)));
      }
    }
    pivot.pivotColumn().identifiers.forEach(c -> influence(Names.of(c), inner));
    replace(columns, inner, scope);
    alias(pivot.errorCapturingIdentifier(), scope);
  }

  private static String name(
      PivotValueContext value, NamedExpressionContext aggregate, boolean only) {
    String label =
        value.errorCapturingIdentifier() == null
            ? value.expression().getText().replaceAll("^['\"]|['\"]$", "")
            : Names.of(value.errorCapturingIdentifier());
    String function =
        aggregate.name == null ? aggregate.expression().getText() : Names.of(aggregate.name);
    return only ? label : label + "_" + function;
  }

  private static void influence(String pivotColumn, Scope inner) {
    Sources sources = References.resolve(List.of(pivotColumn), inner);
    inner.influencedBy(sources.through(Indirect.GROUP_BY));
  }

  /**
   * The value column is made of the listed columns, the name column of none; other columns stay.
   */
  void unpivot(UnpivotClauseContext unpivot, int start, Scope scope) {
    Scope inner = inner(start, scope);
    UnpivotColumns parts = UnpivotColumns.of(unpivot.unpivotOperator());
    Set<String> used = new HashSet<>();
    parts.listed().forEach(name -> used.add(lower(name.getLast())));
    List<RelationColumn> columns = new ArrayList<>(Stars.all(inner, used));
    columns.add(Named.of(parts.nameColumn(), Sources.NONE));
    for (int i = 0; i < parts.valueColumns().size(); i++) {
      Sources.Builder values = new Sources.Builder();
      for (List<String> column : parts.listedAt(i)) {
        values.add(References.resolve(column, inner));
      }
      columns.add(Named.of(parts.valueColumns().get(i), values.build()));
    }
    replace(columns, inner, scope);
    alias(unpivot.errorCapturingIdentifier(), scope);
  }

  private static void alias(@Nullable ParserRuleContext alias, Scope scope) {
    if (alias != null) {
      int last = scope.bindings().size() - 1;
      Relation relation = scope.unbindAfter(last).getFirst().relation();
      scope.bind(Binding.of(Names.of(alias), relation));
    }
  }

  private static Scope inner(int start, Scope scope) {
    Scope inner = new Scope(scope.commonTables(), scope.outer());
    inner.bindAll(scope.part(start, scope.bindings().size()));
    scope.unbindAfter(start);
    return inner;
  }

  /** The new relation keeps the alias of the only one that it replaces. */
  private static void replace(List<RelationColumn> columns, Scope inner, Scope scope) {
    Relation relation = Relation.of(columns, inner.influences());
    List<Binding> replaced = inner.bindings();
    scope.bind(
        replaced.size() == 1
            ? new Binding(replaced.getFirst().alias(), replaced.getFirst().name(), relation)
            : new Binding(Optional.empty(), List.of(), relation));
  }

  private static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
