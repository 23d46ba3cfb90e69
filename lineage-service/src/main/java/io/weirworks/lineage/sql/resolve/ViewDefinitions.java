package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.PathName;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.SchemaChange.Column;
import io.weirworks.lineage.sql.TableName;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.scope.CommonTables;
import io.weirworks.lineage.sql.scope.CommonTables.CommonTable;
import io.weirworks.lineage.sql.scope.Relation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.AlterViewQueryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CacheTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreateTempViewUsingContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreateViewContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierCommentListContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QueryContext;
import org.jspecify.annotations.Nullable;

/**
 * Views are written like tables. Temporary ones and cached queries are names for what they read,
 * and read nothing until used.
 */
final class ViewDefinitions {
  private final Reading reading;
  private final Writes writes;

  ViewDefinitions(Reading reading, Writes writes) {
    this.reading = reading;
    this.writes = writes;
  }

  void create(CreateViewContext create) {
    List<String> names = names(create.identifierCommentList());
    List<String> view = TableNames.parts(create.identifierReference());
    if (create.TEMPORARY() == null) {
      define(reading.session().qualify(view), create.query(), names, create.EXISTS() != null);
    } else {
      temporary(view, create.query(), names);
    }
  }

  void alter(AlterViewQueryContext alter) {
    TableName view = reading.session().qualify(TableNames.parts(alter.identifierReference()));
    define(view, alter.query(), List.of(), false);
  }

  void cache(CacheTableContext cache) {
    if (cache.query() != null) {
      temporary(TableNames.parts(cache.identifierReference()), cache.query(), List.of());
    }
  }

  /** {@code CREATE TEMPORARY VIEW v USING json OPTIONS (path …)}. */
  void overFiles(CreateTempViewUsingContext create) {
    List<Column> declared =
        create.colTypeList() == null
            ? List.of()
            : create.colTypeList().colType().stream().map(ColumnDefinitions::of).toList();
    PathName files = Properties.path(create.propertyList()).orElse(new PathName(""));
    Relation relation = ColumnDefinitions.overFiles(files, declared);
    reading
        .session()
        .temporaryView(
            Names.of(create.tableIdentifier()).getLast(), new CommonTable(relation, Set.of(files)));
  }

  private void temporary(List<String> name, QueryContext query, List<String> names) {
    CommonTable view = reading.apart(() -> resolve(query).renamed(names));
    reading.session().temporaryView(name.getLast(), view);
  }

  private void define(TableName view, QueryContext query, List<String> names, boolean ifNotExists) {
    Relation relation = resolve(query).renamed(names);
    writes.output(view);
    Target.named(view).write(relation, writes);
    writes.schema(
        new SchemaChange.Created(
            view, ColumnDefinitions.of(relation), List.of(), Optional.empty(), ifNotExists));
  }

  private Relation resolve(QueryContext query) {
    return reading.queries().resolve(query, CommonTables.NONE, Optional.empty());
  }

  private static List<String> names(@Nullable IdentifierCommentListContext list) {
    return list == null
        ? List.of()
        : list.identifierComment().stream().map(c -> Names.of(c.identifier())).toList();
  }
}
