package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.PathName;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.SchemaChange.Column;
import io.weirworks.lineage.sql.TableName;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.scope.CommonTables;
import io.weirworks.lineage.sql.scope.Relation;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreatePipelineDatasetContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreateTableClausesContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreateTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreateTableLikeContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierReferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QueryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ReplaceTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TableElementListContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TableProviderContext;
import org.jspecify.annotations.Nullable;

/**
 * CREATE TABLE and REPLACE TABLE. With a query they write; over files ({@code USING json LOCATION
 * …}) the table's columns are the files'; else they only teach the schema (dataworks-semantics
 * 7.1).
 */
final class TableDefinitions {
  private final Reading reading;
  private final Writes writes;

  TableDefinitions(Reading reading, Writes writes) {
    this.reading = reading;
    this.writes = writes;
  }

  /** What both forms have. */
  private record Definition(
      IdentifierReferenceContext name,
      @Nullable TableElementListContext elements,
      @Nullable TableProviderContext provider,
      CreateTableClausesContext clauses,
      @Nullable QueryContext query,
      boolean external,
      boolean ifNotExists) {}

  void create(CreateTableContext create) {
    define(
        new Definition(
            create.createTableHeader().identifierReference(),
            create.tableElementList(),
            create.tableProvider(),
            create.createTableClauses(),
            create.query(),
            create.createTableHeader().EXTERNAL() != null,
            create.createTableHeader().EXISTS() != null));
  }

  void replace(ReplaceTableContext replace) {
    define(
        new Definition(
            replace.replaceTableHeader().identifierReference(),
            replace.tableElementList(),
            replace.tableProvider(),
            replace.createTableClauses(),
            replace.query(),
            false,
            false));
  }

  /** A materialized view, or a table that a stream fills. */
  void materialized(CreatePipelineDatasetContext create) {
    define(
        new Definition(
            create.createPipelineDatasetHeader().identifierReference(),
            create.tableElementList(),
            create.tableProvider(),
            create.createTableClauses(),
            create.query(),
            false,
            create.createPipelineDatasetHeader().EXISTS() != null));
  }

  void like(CreateTableLikeContext create) {
    TableName table = reading.session().qualify(TableNames.parts(create.target));
    TableName model = reading.session().qualify(TableNames.parts(create.source));
    reading.reads(Set.of(model));
    writes.output(table);
    writes.schema(new SchemaChange.CreatedLike(table, model));
  }

  private void define(Definition definition) {
    TableName table = reading.session().qualify(TableNames.parts(definition.name));
    List<String> partitions = ColumnDefinitions.partitionNames(definition.clauses);
    List<Column> declared = ColumnDefinitions.declared(definition.elements, definition.clauses);
    Optional<PathName> files = files(definition.clauses);
    List<Column> columns = declared;
    if (definition.query != null) {
      columns = fill(table, definition.query, declared, partitions);
    } else if (files.isPresent() && isFileSource(definition.provider)) {
      overFiles(table, files.get(), declared);
    } else if (!definition.external) {
      writes.output(table);
    }
    writes.schema(
        new SchemaChange.Created(table, columns, partitions, files, definition.ifNotExists));
  }

  private List<Column> fill(
      TableName table, QueryContext query, List<Column> declared, List<String> partitions) {
    Relation relation = reading.queries().resolve(query, CommonTables.NONE, Optional.empty());
    writes.output(table);
    Target.listed(table, KnownColumns.names(declared)).write(relation, writes);
    return declared.isEmpty()
        ? ColumnDefinitions.partitionsLast(ColumnDefinitions.of(relation), partitions)
        : declared;
  }

  private void overFiles(TableName table, PathName files, List<Column> declared) {
    reading.reads(Set.of(files));
    writes.output(table);
    Relation relation = ColumnDefinitions.overFiles(files, declared);
    Target.named(table).write(relation, writes);
  }

  private static boolean isFileSource(@Nullable TableProviderContext provider) {
    return provider != null && TableLookup.isFileFormat(provider.multipartIdentifier().getText());
  }

  private static Optional<PathName> files(CreateTableClausesContext clauses) {
    return clauses.locationSpec().stream()
        .map(location -> new PathName(Names.text(location.stringLit())))
        .findFirst()
        .or(() -> Properties.path(clauses.options));
  }
}
