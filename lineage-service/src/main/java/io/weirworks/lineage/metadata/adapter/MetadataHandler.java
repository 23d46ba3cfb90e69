package io.weirworks.lineage.metadata.adapter;

import static io.weirworks.lineage.metadata.adapter.MetadataKind.METADATA;
import static io.weirworks.lineage.table.adapter.TableKind.TABLE;

import io.weirworks.contract.lineage.ClassifyColumn;
import io.weirworks.contract.lineage.UpdateColumnBusinessMetadata;
import io.weirworks.contract.lineage.UpdateTableBusinessMetadata;
import io.weirworks.lineage.catalogue.TableSchema;
import io.weirworks.lineage.classification.adapter.RuleRecords;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.decision.Refusal;
import io.weirworks.lineage.decision.adapter.Decisions;
import io.weirworks.lineage.metadata.DescribedTable;
import io.weirworks.lineage.metadata.DescribedTable.DescribedColumn;
import io.weirworks.lineage.metadata.MetadataCommand;
import io.weirworks.lineage.metadata.MetadataDecision;
import io.weirworks.lineage.metadata.Seen;
import io.weirworks.lineage.metadata.TableMetadata;
import io.weirworks.lineage.table.TableLineage;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/**
 * Decides one type of command about a table, in one order with the table's lineage.
 *
 * @param table as the command names it
 * @param fault what of it this version does not know, if anything
 * @param asked what it asks, once there is no fault
 */
public record MetadataHandler<R extends SpecificRecord>(
    Class<R> type,
    Function<R, String> table,
    Function<R, Optional<Refusal>> fault,
    Function<R, MetadataCommand> asked)
    implements Handler<R> {

  /** One for each command. */
  public static List<Handler<?>> all() {
    return List.of(
        new MetadataHandler<>(
            UpdateTableBusinessMetadata.class,
            UpdateTableBusinessMetadata::getTable,
            command -> Optional.empty(),
            command ->
                new MetadataCommand.UpdateTable(
                    command.getUsageNote(),
                    command.getDescription(),
                    command.getOwner(),
                    command.getTags())),
        new MetadataHandler<>(
            UpdateColumnBusinessMetadata.class,
            UpdateColumnBusinessMetadata::getTable,
            command -> Optional.empty(),
            command ->
                new MetadataCommand.UpdateColumn(command.getColumn(), command.getDescription())),
        new MetadataHandler<>(
            ClassifyColumn.class,
            ClassifyColumn::getTable,
            command -> RuleRecords.fault(command.getClassification()),
            command ->
                new MetadataCommand.Classify(
                    command.getColumn(), RuleRecords.domain(command.getClassification()))));
  }

  private Optional<DatasetRef> dataset(R command) {
    return DatasetNames.parse(table.apply(command));
  }

  @Override
  public Optional<String> orderingKey(R command, Envelope envelope, Work work) {
    return dataset(command).map(DatasetRef::id);
  }

  @Override
  public void load(List<R> commands, Work work) {
    List<String> ids =
        commands.stream()
            .flatMap(command -> dataset(command).stream())
            .map(DatasetRef::id)
            .toList();
    work.load(TABLE, ids);
    work.load(METADATA, ids.stream().map(MetadataKind::id).toList());
  }

  @Override
  public Decision decide(R command, Asked circumstances, Work work) {
    DatasetRef dataset =
        dataset(command).orElseThrow(() -> new IllegalStateException("it has an ordering key"));
    Optional<TableMetadata> state = work.find(METADATA, MetadataKind.id(dataset.id()));
    Seen seen = seen(dataset, state, work.find(TABLE, dataset.id()));
    return fault
        .apply(command)
        .map(Decisions::refused)
        .orElseGet(
            () ->
                Decisions.of(
                    MetadataKind.ref(dataset.id()),
                    MetadataDecision.decide(
                        state.orElse(null), dataset, seen, asked.apply(command))));
  }

  private static Seen seen(
      DatasetRef dataset, Optional<TableMetadata> state, Optional<TableLineage> lineage) {
    Optional<TableSchema> schema = lineage.flatMap(known -> known.schema().schema());
    boolean crawled = state.map(TableMetadata::snapshot).isPresent();
    return new Seen(
        lineage.isPresent() || crawled,
        DescribedTable.of(dataset, schema, state).columns().stream()
            .map(DescribedColumn::name)
            .toList());
  }
}
