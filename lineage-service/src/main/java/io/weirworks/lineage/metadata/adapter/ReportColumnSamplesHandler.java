package io.weirworks.lineage.metadata.adapter;

import static io.weirworks.lineage.metadata.adapter.MetadataKind.METADATA;

import io.weirworks.contract.lineage.ReportColumnSamples;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.metadata.TableMetadata;
import io.weirworks.lineage.sql.TableName;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import java.util.List;
import java.util.Optional;

/** Keeps what a profile counted of a table's columns. */
public final class ReportColumnSamplesHandler implements Handler<ReportColumnSamples> {

  @Override
  public Class<ReportColumnSamples> type() {
    return ReportColumnSamples.class;
  }

  private static Optional<DatasetRef> dataset(ReportColumnSamples command) {
    return DatasetNames.of(TableName.of(command.getDatabase(), command.getTable()));
  }

  @Override
  public Optional<String> orderingKey(ReportColumnSamples command, Envelope envelope, Work work) {
    return dataset(command).map(DatasetRef::id);
  }

  @Override
  public void load(List<ReportColumnSamples> commands, Work work) {
    work.load(
        METADATA,
        commands.stream()
            .flatMap(command -> dataset(command).stream())
            .map(dataset -> MetadataKind.id(dataset.id()))
            .toList());
  }

  @Override
  public Decision decide(ReportColumnSamples command, Asked asked, Work work) {
    DatasetRef dataset =
        dataset(command).orElseThrow(() -> new IllegalStateException("it has an ordering key"));
    TableMetadata state = work.find(METADATA, MetadataKind.id(dataset.id())).orElse(null);
    return TableMetadata.profile(state, dataset, SampleRecords.domain(command.getSamples()))
        .map(event -> List.<Effect>of(new Effect.Tell<>(MetadataKind.ref(dataset.id()), event)))
        .map(Decision::effects)
        .orElseGet(Decision::nothing);
  }
}
