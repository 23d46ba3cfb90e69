package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dependency.Direct;
import io.weirworks.lineage.sql.Dependency.Indirect;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.scope.Binding;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.RelationColumn;
import io.weirworks.lineage.sql.scope.RelationColumn.Named;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import io.weirworks.lineage.sql.scope.Stars;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.ParseTree;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.Any_valueContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ColumnReferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ConstantDefaultContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CurrentLikeContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DereferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FirstContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FunctionCallContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.LambdaContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.LastContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ParenthesizedExpressionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QueryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.SearchedCaseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.SemiStructuredExtractContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.SimpleCaseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StarContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.SubqueryExpressionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.SubscriptContext;

/**
 * What the value of an expression is made of. References, calls, CASE and subqueries have rules;
 * everything else is made of its parts, walked with a stack of our own so that chains of thousands
 * of operators need no depth.
 */
final class Expressions {
  private final Reading reading;
  private final Calls calls;
  private final ColumnMentions mentions;
  private final SqlFunctions functions;

  Expressions(Reading reading) {
    this.reading = reading;
    this.calls = new Calls(this);
    this.mentions = new ColumnMentions(reading);
    this.functions = new SqlFunctions(reading);
  }

  /** The sources of one expression; a bare reference, however wrapped, is an identity. */
  Sources resolve(ParserRuleContext expression, Scope scope) {
    ParserRuleContext core = core(expression);
    return ruled(core, scope).orElseGet(() -> ofParts(core, scope).through(Direct.TRANSFORMATION));
  }

  Sources resolveAll(List<? extends ParserRuleContext> expressions, Scope scope) {
    Sources.Builder all = new Sources.Builder();
    expressions.forEach(expression -> all.add(resolve(expression, scope)));
    return all.build();
  }

  /** The expression without parentheses and without the grammar's levels that add nothing. */
  static ParserRuleContext core(ParserRuleContext expression) {
    ParserRuleContext core = expression;
    while (true) {
      if (core instanceof ParenthesizedExpressionContext parentheses) {
        core = parentheses.expression();
      } else if (core.getChildCount() == 1 && core.getChild(0) instanceof ParserRuleContext only) {
        if (isRuled(core)) {
          return core;
        }
        core = only;
      } else {
        return core;
      }
    }
  }

  private static boolean isRuled(ParserRuleContext part) {
    return part instanceof ColumnReferenceContext
        || part instanceof ConstantDefaultContext
        || part instanceof StarContext;
  }

  private Optional<Sources> ruled(ParserRuleContext part, Scope scope) {
    return switch (part) {
      case ConstantDefaultContext _ -> Optional.of(Sources.NONE);
      case ColumnReferenceContext reference -> Optional.of(mentions.resolve(reference, scope));
      case DereferenceContext dereference -> mentions.resolve(dereference, scope);
      case CurrentLikeContext function -> Optional.of(mentions.resolve(function, scope));
      case FunctionCallContext call ->
          Optional.of(
              TableNames.identifier(call)
                  .map(parts -> mentions.named(parts, scope))
                  .orElseGet(() -> called(call, scope)));
      case SemiStructuredExtractContext extract ->
          Optional.of(resolve(extract.col, scope).through(Direct.TRANSFORMATION));
      case SubscriptContext element when core(element.index) instanceof StarContext ->
          Optional.of(resolve(element.value, scope).through(Direct.TRANSFORMATION));
      case FirstContext first -> Optional.of(aggregated(first.expression(), scope));
      case LastContext last -> Optional.of(aggregated(last.expression(), scope));
      case Any_valueContext any -> Optional.of(aggregated(any.expression(), scope));
      case SearchedCaseContext cases ->
          Optional.of(calls.cases(List.of(), cases.whenClause(), cases.elseExpression, scope));
      case SimpleCaseContext cases ->
          Optional.of(
              calls.cases(List.of(cases.value), cases.whenClause(), cases.elseExpression, scope));
      case LambdaContext lambda -> Optional.of(lambda(lambda, scope));
      case StarContext star -> Optional.of(wholeRow(star, scope));
      case SubqueryExpressionContext subquery -> Optional.of(scalar(subquery.query(), scope));
      case QueryContext query -> Optional.of(scalar(query, scope).through(Indirect.CONDITIONAL));
      default -> Optional.empty();
    };
  }

  private Sources called(FunctionCallContext call, Scope scope) {
    return calls.resolve(call, scope).plus(functions.value(call, scope));
  }

  private Sources ofParts(ParserRuleContext whole, Scope scope) {
    Sources.Builder sources = new Sources.Builder();
    Deque<ParserRuleContext> waiting = new ArrayDeque<>();
    push(whole, waiting);
    while (!waiting.isEmpty()) {
      ParserRuleContext part = waiting.pop();
      ruled(part, scope).ifPresentOrElse(sources::add, () -> push(part, waiting));
    }
    return sources.build();
  }

  static void push(ParserRuleContext whole, Deque<ParserRuleContext> waiting) {
    for (int i = whole.getChildCount() - 1; i >= 0; i--) {
      ParseTree child = whole.getChild(i);
      if (child instanceof ParserRuleContext part) {
        waiting.push(part);
      }
    }
  }

  private Sources aggregated(ParserRuleContext value, Scope scope) {
    return resolve(value, scope).through(Direct.AGGREGATION);
  }

  /** The parameters of a lambda hide columns of the same name in its body. */
  private Sources lambda(LambdaContext lambda, Scope scope) {
    Scope body = scope.nested();
    List<Named> parameters = new ArrayList<>();
    for (IdentifierContext parameter : lambda.identifier()) {
      parameters.add(Named.of(Names.of(parameter), Sources.NONE));
    }
    body.bind(Binding.anonymous(Relation.of(parameters, Sources.NONE)));
    return resolve(lambda.expression(), body);
  }

  private Sources wholeRow(StarContext star, Scope scope) {
    List<RelationColumn> columns =
        star.qualifiedName() == null
            ? Stars.all(scope, Set.of())
            : Stars.of(Names.of(star.qualifiedName()), scope, Set.of());
    return Sources.union(columns.stream().map(RelationColumn::sources).toList());
  }

  /**
   * A subquery as a value: made of its columns; what it takes from outside decides which value it
   * is.
   */
  private Sources scalar(QueryContext query, Scope scope) {
    Scope border = scope.nested();
    Relation relation = reading.queries().resolve(query, scope.commonTables(), Optional.of(border));
    scope.influencedBy(relation.influences());
    Sources value =
        Sources.union(relation.columns().stream().map(RelationColumn::sources).toList());
    return value.plus(border.correlated().through(Indirect.CONDITIONAL));
  }
}
