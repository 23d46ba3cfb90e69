package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.scope.Binding;
import io.weirworks.lineage.sql.scope.CommonTables;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.RelationColumn;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import io.weirworks.lineage.sql.scope.Stars;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.AliasedQueryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.AliasedRelationContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ChangelogTableNameContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FromClauseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierReferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.InlineTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.InlineTableDefault2Context;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.RelationContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.RelationExtensionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.RelationPrimaryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StreamRelationContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TableAliasContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TableNameContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TableValuedFunctionContext;

/**
 * FROM clauses: tables, subqueries, inline tables and table functions, bound in the scope one after
 * another.
 */
final class Relations {
  private final Reading reading;
  private final Joins joins;
  private final Pivots pivots;
  private final TableFunctions tableFunctions;
  private final InlineTables inlineTables;
  private final TableLookup lookup;

  Relations(Reading reading) {
    this.reading = reading;
    this.joins = new Joins(reading);
    this.pivots = new Pivots(reading);
    this.tableFunctions = new TableFunctions(reading);
    this.inlineTables = new InlineTables(reading);
    this.lookup = new TableLookup(reading);
  }

  Pivots pivots() {
    return pivots;
  }

  Joins joins() {
    return joins;
  }

  void from(FromClauseContext from, Scope scope) {
    from.relation().forEach(relation -> relation(relation, scope));
    reading.queries().selects().lateralViews(from.lateralView(), scope);
    if (from.pivotClause() != null) {
      pivots.pivot(from.pivotClause(), 0, scope);
    }
    if (from.unpivotClause() != null) {
      pivots.unpivot(from.unpivotClause(), 0, scope);
    }
  }

  private void relation(RelationContext relation, Scope scope) {
    int start = scope.bindings().size();
    bind(relation.relationPrimary(), relation.LATERAL() != null, scope);
    for (RelationExtensionContext extension : relation.relationExtension()) {
      if (extension.joinRelation() != null) {
        joins.join(extension.joinRelation(), start, scope);
      } else if (extension.pivotClause() != null) {
        pivots.pivot(extension.pivotClause(), start, scope);
      } else {
        pivots.unpivot(extension.unpivotClause(), start, scope);
      }
    }
  }

  /** Binds one relation; a LATERAL one sees what is bound already. */
  void bind(RelationPrimaryContext primary, boolean lateral, Scope scope) {
    switch (primary) {
      case TableNameContext table ->
          scope.bind(
              aliased(
                  table(table.identifierReference(), scope.commonTables()), table.tableAlias()));
      case ChangelogTableNameContext table ->
          scope.bind(
              aliased(
                  table(table.identifierReference(), scope.commonTables()), table.tableAlias()));
      case StreamRelationContext stream -> scope.bind(lookup.stream(stream, scope.commonTables()));
      case AliasedQueryContext subquery -> {
        Optional<Scope> outer = lateral ? Optional.of(scope) : scope.outer();
        Relation relation =
            reading.queries().resolve(subquery.query(), scope.commonTables(), outer);
        scope.bind(aliased(Binding.anonymous(relation), subquery.tableAlias()));
      }
      case AliasedRelationContext nested -> nested(nested, scope);
      case InlineTableDefault2Context inline ->
          scope.bind(inlineTables.bind(inline.inlineTable(), scope));
      case TableValuedFunctionContext function ->
          scope.bind(tableFunctions.bind(function.tableFunctionCallWithTrailingClauses(), scope));
      default -> throw Unreadable.unknownForm(primary);
    }
  }

  /** Parentheses around joined relations; an alias covers the names inside. */
  private void nested(AliasedRelationContext nested, Scope scope) {
    int start = scope.bindings().size();
    relation(nested.relation(), scope);
    if (nested.tableAlias().strictIdentifier() == null) {
      return;
    }
    List<RelationColumn> columns = Stars.all(scope.part(start, scope.bindings().size()), Set.of());
    scope.unbindAfter(start);
    scope.bind(aliased(Binding.anonymous(Relation.of(columns, Sources.NONE)), nested.tableAlias()));
  }

  Binding table(IdentifierReferenceContext name, CommonTables commonTables) {
    return lookup.table(name, commonTables);
  }

  Binding inline(InlineTableContext inline, Scope scope) {
    return inlineTables.bind(inline, scope);
  }

  /** The table itself, bound without counting it as read. */
  Binding unread(IdentifierReferenceContext name) {
    List<String> parts = TableNames.parts(name);
    return new Binding(
        Optional.empty(),
        reading.session().qualify(parts).parts(),
        reading.session().relation(reading.session().written(parts)));
  }

  static Binding aliased(Binding binding, TableAliasContext alias) {
    if (alias.strictIdentifier() == null) {
      return binding;
    }
    List<String> columns =
        alias.identifierList() == null ? List.of() : Names.of(alias.identifierList());
    return new Binding(
        Optional.of(Names.of(alias.strictIdentifier())),
        binding.name(),
        binding.relation().renamed(columns));
  }
}
