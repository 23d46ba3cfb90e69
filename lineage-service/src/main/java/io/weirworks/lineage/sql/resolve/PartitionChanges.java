package io.weirworks.lineage.sql.resolve;

import io.weirworks.lineage.sql.Dataset;
import io.weirworks.lineage.sql.PartitionChange;
import io.weirworks.lineage.sql.PartitionChange.Kind;
import io.weirworks.lineage.sql.PartitionSpec;
import io.weirworks.lineage.sql.TableName;
import java.util.Optional;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.AddTablePartitionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.DropTablePartitionsContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.IdentifierReferenceContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.InsertIntoContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.InsertIntoTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.InsertOverwriteTableContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.PartitionSpecContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.RenameTablePartitionContext;
import org.apache.spark.sql.catalyst.parser.SqlBaseParser.StatementContext;
import org.jspecify.annotations.Nullable;

/**
 * Partitions that statements name: those of a PARTITION clause all of whose columns have values. Of
 * a clause with dynamic columns only the static part is known, so that nothing is claimed.
 */
final class PartitionChanges {
  private final Session session;
  private final Writes writes;

  PartitionChanges(Session session, Writes writes) {
    this.session = session;
    this.writes = writes;
  }

  /** {@code ALTER TABLE t ADD, DROP and RENAME PARTITION}; nothing for other statements. */
  void apply(StatementContext statement) {
    switch (statement) {
      case AddTablePartitionContext add ->
          add.partitionSpecLocation()
              .forEach(
                  one -> named(table(add.identifierReference()), Kind.ADDED, one.partitionSpec()));
      case DropTablePartitionsContext drop ->
          drop.partitionSpec()
              .forEach(
                  spec ->
                      change(
                          table(drop.identifierReference()),
                          Kind.DROPPED,
                          PartitionSpecs.known(spec)));
      case RenameTablePartitionContext rename -> rename(rename);
      default -> {}
    }
  }

  private void rename(RenameTablePartitionContext rename) {
    TableName table = table(rename.identifierReference());
    named(table, Kind.DROPPED, rename.from);
    named(table, Kind.ADDED, rename.to);
  }

  /** {@code IF NOT EXISTS} leaves a partition that is there as it is. */
  void inserted(InsertIntoContext insert, Dataset target) {
    if (target instanceof TableName table) {
      switch (insert) {
        case InsertOverwriteTableContext over ->
            named(table, over.EXISTS() == null ? Kind.WRITTEN : Kind.ADDED, over.partitionSpec());
        case InsertIntoTableContext into -> written(table, into.partitionSpec());
        default -> {}
      }
    }
  }

  /** Of LOAD DATA and TRUNCATE. */
  void written(TableName table, @Nullable PartitionSpecContext spec) {
    named(table, Kind.WRITTEN, spec);
  }

  private void named(TableName table, Kind kind, @Nullable PartitionSpecContext spec) {
    Optional<PartitionSpec> whole = PartitionSpecs.whole(spec);
    whole.ifPresent(partition -> change(table, kind, partition));
  }

  private void change(TableName table, Kind kind, PartitionSpec spec) {
    writes.partition(new PartitionChange(table, kind, spec));
  }

  private TableName table(IdentifierReferenceContext name) {
    return session.qualify(TableNames.parts(name));
  }
}
