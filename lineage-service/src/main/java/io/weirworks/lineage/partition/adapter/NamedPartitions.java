package io.weirworks.lineage.partition.adapter;

import static io.weirworks.lineage.partition.adapter.PartitionKind.PARTITIONS;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.partition.TablePartitions;
import io.weirworks.lineage.table.TableUpdate;
import io.weirworks.lineage.table.adapter.BesideLineage;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Work;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the partitions that statements name, where one names any or drops the table. */
public final class NamedPartitions implements BesideLineage {

  private static boolean concerns(TableUpdate update) {
    return !update.partitionChanges().isEmpty() || update.drops();
  }

  @Override
  public void load(List<TableUpdate> updates, Work work) {
    List<String> ids =
        updates.stream()
            .filter(NamedPartitions::concerns)
            .map(update -> PartitionKind.id(update.dataset().id()))
            .toList();
    if (!ids.isEmpty()) {
      work.load(PARTITIONS, ids);
    }
  }

  @Override
  public List<Effect> effects(TableUpdate update, @Nullable Confirmation dropped, Work work) {
    if (!concerns(update)) {
      return List.of();
    }
    String dataset = update.dataset().id();
    TablePartitions state = work.find(PARTITIONS, PartitionKind.id(dataset)).orElse(null);
    return TablePartitions.decide(state, update, dropped)
        .<List<Effect>>map(event -> List.of(new Effect.Tell<>(PartitionKind.ref(dataset), event)))
        .orElse(List.of());
  }
}
