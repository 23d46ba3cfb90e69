package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dataset;
import io.weirworks.lineage.sql.PathName;
import io.weirworks.lineage.sql.TableName;
import io.weirworks.lineage.sql.parse.Names;
import io.weirworks.lineage.sql.scope.CommonTables;
import io.weirworks.lineage.sql.scope.Relation;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.AlterViewQueryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CacheTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreatePipelineDatasetContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreateTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreateTableLikeContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreateTempViewUsingContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreateUserDefinedFunctionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreateVariableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.CreateViewContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DeleteFromTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DmlStatementContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DropTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DropVariableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DropViewContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.FailNativeCommandContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierReferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.LoadDataContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.MergeIntoTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.MultiInsertQueryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PartitionSpecContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.QueryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.RenameTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.ReplaceTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.SetCatalogContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.SingleInsertQueryContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StatementContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StatementDefaultContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.TruncateTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.UpdateTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.UseContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.UseNamespaceContext;
import org.jspecify.annotations.Nullable;

/**
 * Which area of the grammar a statement belongs to. Statements that neither read nor write data
 * (SHOW, EXPLAIN, …) belong to none.
 */
final class Statements {
  private final Reading reading;
  private final Writes writes;
  private final TableDefinitions tables;
  private final TableChanges changes;
  private final ViewDefinitions views;
  private final PartitionChanges partitions;

  Statements(Reading reading, Writes writes) {
    this.reading = reading;
    this.writes = writes;
    this.tables = new TableDefinitions(reading, writes);
    this.changes = new TableChanges(reading, writes);
    this.views = new ViewDefinitions(reading, writes);
    this.partitions = new PartitionChanges(reading.session(), writes);
  }

  void read(StatementContext statement) {
    switch (statement) {
      case StatementDefaultContext query -> query(query.query());
      case DmlStatementContext dml -> dml(dml);
      case CreateTableContext create -> tables.create(create);
      case ReplaceTableContext replace -> tables.replace(replace);
      case CreateTableLikeContext like -> tables.like(like);
      case CreateViewContext create -> views.create(create);
      case AlterViewQueryContext alter -> views.alter(alter);
      case CreateTempViewUsingContext create -> views.overFiles(create);
      case CacheTableContext cache -> views.cache(cache);
      case RenameTableContext rename -> changes.rename(rename);
      case DropTableContext drop -> changes.drop(drop);
      case DropViewContext drop -> changes.drop(drop);
      case CreateUserDefinedFunctionContext function -> new SqlFunctions(reading).define(function);
      case CreateVariableContext declare -> new VariableStatements(reading).declare(declare);
      case DropVariableContext drop -> new VariableStatements(reading).drop(drop);
      case FailNativeCommandContext command -> new HiveCommands(reading, writes).read(command);
      case CreatePipelineDatasetContext create -> tables.materialized(create);
      case LoadDataContext load -> load(load);
      case TruncateTableContext truncate ->
          written(truncate.identifierReference(), truncate.partitionSpec());
      case UseContext use -> reading.session().use(TableNames.parts(use.identifierReference()));
      case UseNamespaceContext use ->
          reading.session().useDatabase(TableNames.parts(use.identifierReference()));
      case SetCatalogContext set -> reading.session().useCatalog(Names.of(set.expression()));
      default -> {
        changes.apply(statement);
        partitions.apply(statement);
      }
    }
  }

  /** A bare query hands its rows to the caller. */
  void query(QueryContext query) {
    Relation rows = reading.queries().resolve(query, CommonTables.NONE, Optional.empty());
    Target.named(Dataset.Anonymous.QUERY).write(rows, writes);
  }

  private void dml(DmlStatementContext dml) {
    CommonTables commonTables =
        reading.queries().with(dml.ctes(), CommonTables.NONE, Optional.empty());
    switch (dml.dmlStatementNoWith()) {
      case SingleInsertQueryContext insert ->
          new Inserts(reading, writes).single(insert, commonTables);
      case MultiInsertQueryContext insert ->
          new Inserts(reading, writes).multiple(insert, commonTables);
      case UpdateTableContext update ->
          new RowChanges(reading, writes).update(update, commonTables);
      case DeleteFromTableContext delete ->
          new RowChanges(reading, writes).delete(delete, commonTables);
      case MergeIntoTableContext merge -> new Merges(reading, writes).merge(merge, commonTables);
      default -> throw Unreadable.unknownForm(dml.dmlStatementNoWith());
    }
  }

  /** The files become the table's. */
  private void load(LoadDataContext load) {
    reading.reads(Set.of(new PathName(Names.text(load.path))));
    written(load.identifierReference(), load.partitionSpec());
  }

  private void written(
      IdentifierReferenceContext reference, @Nullable PartitionSpecContext partition) {
    TableName table = reading.session().qualify(TableNames.parts(reference));
    writes.output(table);
    partitions.written(table, partition);
  }
}
