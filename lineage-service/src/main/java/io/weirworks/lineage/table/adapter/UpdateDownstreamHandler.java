package io.weirworks.lineage.table.adapter;

import static io.weirworks.lineage.table.adapter.TableKind.TABLE;

import io.weirworks.contract.lineage.UpdateDownstream;
import io.weirworks.lineage.table.TableEvent;
import io.weirworks.lineage.table.TableLineage;
import io.weirworks.lineage.table.TableUpdate;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Keeps with a dataset what is made from it. That is told as the event of what is made; here only
 * the state shows it, and the dataset is told where nobody had named it before.
 */
public final class UpdateDownstreamHandler implements Handler<UpdateDownstream> {

  @Override
  public Class<UpdateDownstream> type() {
    return UpdateDownstream.class;
  }

  @Override
  public Optional<String> orderingKey(UpdateDownstream record, Envelope envelope, Work work) {
    return Optional.of(record.getDataset().getId());
  }

  @Override
  public void load(List<UpdateDownstream> records, Work work) {
    work.load(TABLE, records.stream().map(record -> record.getDataset().getId()).toList());
  }

  @Override
  public Decision decide(UpdateDownstream record, Asked asked, Work work) {
    TableEvent.Feeds feeds = DownstreamRecords.domain(record);
    SubjectRef<TableLineage, TableEvent> source = TableKind.ref(record.getDataset().getId());
    Optional<TableLineage> known = work.find(TABLE, record.getDataset().getId());
    List<Effect> effects = new ArrayList<>();
    if (known.isEmpty()) {
      TableUpdate read = DownstreamRecords.read(record);
      effects.add(new Effect.Tell<>(source, new TableEvent.Told(read, read.version(), false)));
    }
    boolean isNew =
        known.map(state -> !TableLineage.evolve(state, feeds).equals(state)).orElse(true);
    if (isNew) {
      effects.add(new Effect.Change<>(source, feeds));
    }
    return Decision.effects(effects);
  }
}
