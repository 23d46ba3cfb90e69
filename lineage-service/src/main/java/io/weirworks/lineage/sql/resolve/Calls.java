package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dependency;
import io.weirworks.lineage.sql.Dependency.Direct;
import io.weirworks.lineage.sql.Dependency.Indirect;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import io.weirworks.lineage.sql.scope.Stars;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FunctionArgumentContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FunctionCallContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StarContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.WhenClauseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.WindowDefContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.WindowRefContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.WindowSpecContext;
import org.jspecify.annotations.Nullable;

/**
 * Function calls, with FILTER, WITHIN GROUP and OVER, and CASE, which calls nothing but chooses
 * like one.
 */
final class Calls {
  private final Expressions expressions;

  Calls(Expressions expressions) {
    this.expressions = expressions;
  }

  Sources resolve(FunctionCallContext call, Scope scope) {
    String name = name(call);
    Direct kind = Functions.isAggregate(name) ? Direct.AGGREGATION : Direct.TRANSFORMATION;
    Sources.Builder sources = new Sources.Builder();
    List<FunctionArgumentContext> arguments = call.functionArgument();
    for (int i = 0; i < arguments.size(); i++) {
      boolean condition = i == 0 && Functions.isCondition(name);
      Dependency dependency = condition ? Indirect.CONDITIONAL : kind;
      sources.add(argument(arguments.get(i), kind, scope).through(dependency));
    }
    call.sortItem()
        .forEach(item -> sources.add(expressions.resolve(item.expression(), scope).through(kind)));
    if (call.where != null) {
      sources.add(expressions.resolve(call.where, scope).through(Indirect.CONDITIONAL));
    }
    if (call.windowSpec() != null) {
      sources.add(window(call.windowSpec(), scope));
    }
    return sources.build();
  }

  static String name(FunctionCallContext call) {
    return call.functionName().qualifiedName() == null
        ? call.functionName().getText()
        : Names.of(call.functionName().qualifiedName()).getLast();
  }

  /** {@code count(*)} counts rows; other functions of {@code *} take every column. */
  private Sources argument(FunctionArgumentContext argument, Direct kind, Scope scope) {
    ParserRuleContext value =
        argument.namedArgumentExpression() == null
            ? argument.expression()
            : argument.namedArgumentExpression().value;
    boolean wholeRow = Expressions.core(value) instanceof StarContext;
    return wholeRow && kind == Direct.AGGREGATION
        ? Stars.rows(scope)
        : expressions.resolve(value, scope);
  }

  /** CASE: conditions and what they compare decide, results are what the value is made of. */
  Sources cases(
      List<? extends ParserRuleContext> compared,
      List<WhenClauseContext> branches,
      @Nullable ParserRuleContext otherwise,
      Scope scope) {
    Sources.Builder sources = new Sources.Builder();
    sources.add(expressions.resolveAll(compared, scope).through(Indirect.CONDITIONAL));
    for (WhenClauseContext branch : branches) {
      sources.add(expressions.resolve(branch.condition, scope).through(Indirect.CONDITIONAL));
      sources.add(expressions.resolve(branch.result, scope).through(Direct.TRANSFORMATION));
    }
    if (otherwise != null) {
      sources.add(expressions.resolve(otherwise, scope).through(Direct.TRANSFORMATION));
    }
    return sources.build();
  }

  /** What a window is partitioned and ordered by. */
  Sources window(WindowSpecContext window, Scope scope) {
    return switch (window) {
      case WindowRefContext reference -> scope.window(Names.of(reference.name));
      case WindowDefContext definition -> {
        Sources.Builder keys = new Sources.Builder();
        keys.add(expressions.resolveAll(definition.partition, scope));
        definition
            .sortItem()
            .forEach(item -> keys.add(expressions.resolve(item.expression(), scope)));
        yield keys.build().through(Indirect.WINDOW);
      }
      default -> Sources.NONE;
    };
  }
}
