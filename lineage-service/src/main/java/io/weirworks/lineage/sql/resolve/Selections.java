package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.SqlText;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.scope.RelationColumn;
import io.weirworks.lineage.sql.scope.RelationColumn.Named;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import io.weirworks.lineage.sql.scope.Stars;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ExceptClauseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FunctionCallContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.NamedExpressionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.NamedExpressionSeqContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StarContext;
import org.jspecify.annotations.Nullable;

/** SELECT lists: stars put in, columns named, aliases made known to what follows. */
final class Selections {
  /** Stars of stars double at each level; no real table is as wide. */
  private static final int MAX_COLUMNS = 50_000;

  private final Reading reading;

  Selections(Reading reading) {
    this.reading = reading;
  }

  List<RelationColumn> resolve(NamedExpressionSeqContext list, Scope scope) {
    List<RelationColumn> columns = new ArrayList<>();
    for (NamedExpressionContext item : list.namedExpression()) {
      columns.addAll(item(item, columns.size(), scope));
      if (columns.size() > MAX_COLUMNS) {
        throw Unreadable.tooWide(MAX_COLUMNS, item);
      }
    }
    return columns;
  }

  List<RelationColumn> item(NamedExpressionContext item, int position, Scope scope) {
    ParserRuleContext core = Expressions.core(item.expression());
    if (core instanceof StarContext star) {
      return star(star, scope);
    }
    Optional<List<RelationColumn>> pattern = ColumnPatterns.columns(core, scope);
    if (pattern.isPresent()) {
      return pattern.get();
    }
    Sources sources = reading.expressions().resolve(core, scope);
    SqlText text = reading.textOf(item.expression());
    if (aliases(item).isEmpty() && core instanceof FunctionCallContext call && generates(call)) {
      return generated(call, sources);
    }
    List<RelationColumn> columns = new ArrayList<>();
    for (String name : names(item, core, text, position)) {
      columns.add(new Named(name, sources, Optional.of(text)));
    }
    aliases(item).forEach(alias -> scope.alias(alias, sources));
    return columns;
  }

  private static boolean generates(FunctionCallContext call) {
    return call.windowSpec() == null && Generators.isInSelect(Calls.name(call));
  }

  /** {@code SELECT explode(…)}: as many columns as the function gives. */
  private List<RelationColumn> generated(FunctionCallContext call, Sources arguments) {
    List<String> names =
        Generators.columns(Calls.name(call), call.functionArgument(), reading.session().dialect());
    return LateralViews.columns(names, arguments);
  }

  /** A grouping key that is a column of the result. */
  RelationColumn key(ParserRuleContext expression, int position, Scope scope) {
    ParserRuleContext core = Expressions.core(expression);
    SqlText text = reading.textOf(expression);
    Sources sources = reading.expressions().resolve(core, scope);
    return new Named(automatic(core, text, position), sources, Optional.of(text));
  }

  private List<String> names(
      NamedExpressionContext item, ParserRuleContext core, SqlText text, int position) {
    List<String> aliases = aliases(item);
    return aliases.isEmpty() ? List.of(automatic(core, text, position)) : aliases;
  }

  private static List<String> aliases(NamedExpressionContext item) {
    if (item.name != null) {
      return List.of(Names.of(item.name));
    }
    return item.identifierList() == null ? List.of() : Names.of(item.identifierList());
  }

  private String automatic(ParserRuleContext core, SqlText text, int position) {
    return AutoNames.of(core, reading.session().dialect(), text.text(), position);
  }

  private static List<RelationColumn> star(StarContext star, Scope scope) {
    Set<String> except = except(star.exceptClause(), scope);
    return star.qualifiedName() == null
        ? Stars.all(scope, except)
        : Stars.of(Names.of(star.qualifiedName()), scope, except);
  }

  private static Set<String> except(@Nullable ExceptClauseContext except, Scope scope) {
    return except == null
        ? Set.of()
        : Stars.excepted(
            except.exceptCols.multipartIdentifier().stream().map(Names::of).toList(), scope);
  }
}
