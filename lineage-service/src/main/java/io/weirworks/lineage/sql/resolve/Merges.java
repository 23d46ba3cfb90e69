package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.ColumnRef;
import io.weirworks.lineage.sql.Dataset;
import io.weirworks.lineage.sql.Dependency.Indirect;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.parse.Positional;
import io.weirworks.lineage.sql.scope.Binding;
import io.weirworks.lineage.sql.scope.CommonTables;
import io.weirworks.lineage.sql.scope.Relation;
import io.weirworks.lineage.sql.scope.RelationColumn;
import io.weirworks.lineage.sql.scope.RelationColumn.Named;
import io.weirworks.lineage.sql.scope.RelationColumn.Open;
import io.weirworks.lineage.sql.scope.Scope;
import io.weirworks.lineage.sql.scope.Sources;
import io.weirworks.lineage.sql.scope.Stars;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.antlr.v4.runtime.ParserRuleContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ExpressionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FromClauseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FromStmtContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.MatchedActionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.MatchedClauseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.MergeIntoTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.MultipartIdentifierContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.NotMatchedActionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.NotMatchedBySourceClauseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.NotMatchedClauseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QueryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QueryTermDefaultContext;
import org.jspecify.annotations.Nullable;

/** MERGE: actions see source and target; {@code *} goes by name. */
final class Merges {
  private final Reading reading;
  private final Writes writes;
  private final RowChanges rowChanges;

  Merges(Reading reading, Writes writes) {
    this.reading = reading;
    this.writes = writes;
    this.rowChanges = new RowChanges(reading, writes);
  }

  void merge(MergeIntoTableContext merge, CommonTables commonTables) {
    Scope scope = new Scope(commonTables, Optional.empty());
    Relation source = bindSource(merge, scope);
    Dataset target = rowChanges.target(merge.target, merge.targetAlias, scope);
    rowChanges.condition(merge.mergeCondition, Indirect.JOIN, scope);
    for (MatchedClauseContext clause : merge.matchedClause()) {
      filter(clause.matchedCond, scope);
      matched(clause.matchedAction(), merge, target, source, scope);
    }
    for (NotMatchedClauseContext clause : merge.notMatchedClause()) {
      filter(clause.notMatchedCond, scope);
      insert(clause.notMatchedAction(), merge, target, source, scope);
    }
    for (NotMatchedBySourceClauseContext clause : merge.notMatchedBySourceClause()) {
      filter(clause.notMatchedBySourceCond, scope);
      if (clause.notMatchedBySourceAction().assignmentList() != null) {
        rowChanges.assign(clause.notMatchedBySourceAction().assignmentList(), target, scope);
      }
    }
    writes.influences(target, scope.influences());
  }

  /** The relations of a FROM without SELECT keep their names. */
  private Relation bindSource(MergeIntoTableContext merge, Scope scope) {
    Optional<FromClauseContext> joined = joined(merge.sourceQuery);
    if (joined.isPresent()) {
      reading.relations().from(joined.get(), scope);
      return Relation.of(Stars.all(scope, Set.of()), Sources.NONE);
    }
    Binding source = Relations.aliased(source(merge, scope.commonTables()), merge.sourceAlias);
    scope.bind(source);
    return source.relation();
  }

  private static Optional<FromClauseContext> joined(@Nullable QueryContext query) {
    return query != null
            && query.queryTerm() instanceof QueryTermDefaultContext term
            && term.queryPrimary() instanceof FromStmtContext from
            && from.fromStatement().fromStatementBody().isEmpty()
        ? Optional.of(from.fromStatement().fromClause())
        : Optional.empty();
  }

  private Binding source(MergeIntoTableContext merge, CommonTables commonTables) {
    return merge.source == null
        ? Binding.anonymous(
            reading.queries().resolve(merge.sourceQuery, commonTables, Optional.empty()))
        : reading.relations().table(merge.source, commonTables);
  }

  private void filter(@Nullable ParserRuleContext condition, Scope scope) {
    if (condition != null) {
      rowChanges.condition(condition, Indirect.FILTER, scope);
    }
  }

  private void matched(
      MatchedActionContext action,
      MergeIntoTableContext merge,
      Dataset target,
      Relation source,
      Scope scope) {
    if (action.assignmentList() != null) {
      rowChanges.assign(action.assignmentList(), target, scope);
    } else if (action.ASTERISK() != null) {
      byName(merge, target, source);
    }
  }

  private void insert(
      NotMatchedActionContext action,
      MergeIntoTableContext merge,
      Dataset target,
      Relation source,
      Scope scope) {
    if (action.ASTERISK() != null) {
      byName(merge, target, source);
      return;
    }
    List<MultipartIdentifierContext> columns = action.columns.multipartIdentifier();
    List<ExpressionContext> values = action.expression();
    for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
      String name = Names.of(columns.get(i)).getLast();
      rowChanges.value(new ColumnRef(target, column(target, name)), values.get(i), scope);
    }
  }

  /**
   * A column meant by position is the table's at that position; where nobody has listed them, one
   * of them.
   */
  private String column(Dataset target, String name) {
    OptionalInt position = Positional.position(name);
    return position.isEmpty()
        ? name
        : reading
            .session()
            .columns(target)
            .filter(all -> position.getAsInt() < all.size())
            .map(all -> all.get(position.getAsInt()))
            .orElse(ColumnRef.STAR);
  }

  /**
   * Every column of the source goes to the target's column of the same name; where the target's are
   * known and stay as they are, only to those.
   */
  private void byName(MergeIntoTableContext merge, Dataset target, Relation source) {
    Optional<List<String>> columns =
        merge.EVOLUTION() == null ? reading.session().columns(target) : Optional.empty();
    List<RelationColumn> taken =
        columns.map(names -> taken(names, source)).orElseGet(source::columns);
    for (RelationColumn column : taken) {
      String name =
          switch (column) {
            case Named named -> named.name();
            case Open _ -> ColumnRef.STAR;
          };
      Sources sources =
          source.fromSchema() ? column.sources().throughCatalogue() : column.sources();
      writes.column(new ColumnRef(target, name), sources, Optional.empty(), columns.isPresent());
    }
  }

  private static List<RelationColumn> taken(List<String> names, Relation source) {
    return names.stream()
        .<RelationColumn>map(
            name ->
                Named.of(
                    name, source.named(name).or(() -> source.unlisted(name)).orElse(Sources.NONE)))
        .toList();
  }
}
