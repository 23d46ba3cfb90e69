package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dependency.Indirect;
import io.weirworks.lineage.sql.Dialect;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.scope.Binding;
import io.weirworks.lineage.sql.scope.CommonTables;
import io.weirworks.lineage.sql.scope.CommonTables.CommonTable;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CtesContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FromStmtContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.InlineTableDefault1Context;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.NamedQueryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QueryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QueryOrganizationContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QueryPrimaryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QueryPrimaryDefaultContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.SortItemContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.SubqueryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TableContext;
import org.jspecify.annotations.Nullable;

/** Queries: WITH, the set operations between SELECTs, and the order of the result. */
final class Queries {
  private final Reading reading;
  private final Selects selects;
  private final QueryTerms terms;

  Queries(Reading reading) {
    this.reading = reading;
    this.selects = new Selects(reading);
    this.terms = new QueryTerms(reading);
  }

  /**
   * The rows of a query.
   *
   * @param scope that its ORDER BY may still look into, where there is one
   * @param hasRelations whether the rows are all columns of that scope's relations, so that what
   *     follows may still name those
   */
  record Rows(Relation relation, Optional<Scope> scope, boolean hasRelations) {
    Rows(Relation relation, Optional<Scope> scope) {
      this(relation, scope, false);
    }
  }

  Selects selects() {
    return selects;
  }

  Relation resolve(QueryContext query, CommonTables around, Optional<Scope> outer) {
    CommonTables commonTables = with(query.ctes(), around, outer);
    Rows rows = terms.resolve(query.queryTerm(), commonTables, outer);
    return ordered(rows, query.queryOrganization(), commonTables, outer);
  }

  CommonTables with(@Nullable CtesContext ctes, CommonTables around, Optional<Scope> outer) {
    if (ctes == null) {
      return around;
    }
    boolean recursive = ctes.RECURSIVE() != null;
    CommonTables known = around;
    for (NamedQueryContext named : inOrder(ctes.namedQuery())) {
      known = known.with(Names.of(named.name), commonTable(named, known, outer, recursive));
    }
    return known;
  }

  private List<NamedQueryContext> inOrder(List<NamedQueryContext> written) {
    boolean anyOrder = reading.session().dialect() == Dialect.HIVE && written.size() > 1;
    return anyOrder ? DefinitionOrder.usedFirst(written) : written;
  }

  private CommonTable commonTable(
      NamedQueryContext named, CommonTables known, Optional<Scope> outer, boolean recursive) {
    List<String> names = named.columnAliases == null ? List.of() : Names.of(named.columnAliases);
    CommonTables inside =
        recursive ? known.with(Names.of(named.name), anchor(named, names, known, outer)) : known;
    return reading.apart(() -> resolve(named.query(), inside, outer).renamed(names));
  }

  /** What a recursive query starts from is what its own name stands for inside it. */
  private CommonTable anchor(
      NamedQueryContext named, List<String> names, CommonTables known, Optional<Scope> outer) {
    return reading.apart(
        () -> terms.first(named.query().queryTerm(), known, outer).relation().renamed(names));
  }

  Rows primary(QueryPrimaryContext primary, CommonTables commonTables, Optional<Scope> outer) {
    return switch (primary) {
      case QueryPrimaryDefaultContext select ->
          selects.specification(select.querySpecification(), new Scope(commonTables, outer));
      case FromStmtContext from ->
          selects.fromStatement(from.fromStatement(), new Scope(commonTables, outer));
      case SubqueryContext subquery ->
          new Rows(resolve(subquery.query(), commonTables, outer), Optional.empty());
      case TableContext table -> table(table, commonTables);
      case InlineTableDefault1Context inline ->
          new Rows(
              reading
                  .relations()
                  .inline(inline.inlineTable(), new Scope(commonTables, outer))
                  .relation(),
              Optional.empty());
      default -> throw Unreadable.unknownForm(primary);
    };
  }

  private Rows table(TableContext table, CommonTables commonTables) {
    Binding binding = reading.relations().table(table.identifierReference(), commonTables);
    return new Rows(binding.relation(), Optional.empty());
  }

  private Relation ordered(
      Rows rows, QueryOrganizationContext order, CommonTables commonTables, Optional<Scope> outer) {
    List<ParserRuleContext> keys = sortKeys(order);
    return keys.isEmpty()
        ? rows.relation()
        : rows.relation().withInfluences(sortedBy(keys, rows, commonTables, outer));
  }

  private static List<ParserRuleContext> sortKeys(QueryOrganizationContext order) {
    Stream<ParserRuleContext> sorted =
        Stream.concat(order.order.stream(), order.sort.stream()).map(SortItemContext::expression);
    Stream<ParserRuleContext> distributed =
        Stream.concat(order.clusterBy.stream(), order.distributeBy.stream());
    return Stream.concat(sorted, distributed).toList();
  }

  /** Sort keys see the result's columns first, then what the SELECT saw. */
  private Sources sortedBy(
      List<ParserRuleContext> keys, Rows rows, CommonTables commonTables, Optional<Scope> outer) {
    Scope scope = new Scope(commonTables, rows.scope().or(() -> outer));
    scope.bind(Binding.anonymous(rows.relation()));
    Sources sources = Ordinals.resolve(keys, rows.relation(), scope, reading.expressions());
    return sources.through(Indirect.SORT);
  }
}
