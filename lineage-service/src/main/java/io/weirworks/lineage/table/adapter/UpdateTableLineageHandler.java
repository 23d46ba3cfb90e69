package io.weirworks.lineage.table.adapter;

import static io.weirworks.lineage.table.adapter.TableKind.TABLE;

import io.weirworks.contract.lineage.UpdateTableLineage;
import io.weirworks.lineage.table.TableLineage;
import io.weirworks.lineage.table.TableUpdate;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Adds what a statement says about a dataset to what is known of it. */
public final class UpdateTableLineageHandler implements Handler<UpdateTableLineage> {

  private final Function<TableUpdate, List<Effect>> beside;

  /**
   * @param beside what others keep of an update, whether it says something new of lineage or not;
   *     it repeats without effect
   */
  public UpdateTableLineageHandler(Function<TableUpdate, List<Effect>> beside) {
    this.beside = beside;
  }

  @Override
  public Class<UpdateTableLineage> type() {
    return UpdateTableLineage.class;
  }

  @Override
  public Optional<String> orderingKey(UpdateTableLineage record, Envelope envelope, Work work) {
    return Optional.of(record.getDataset().getId());
  }

  @Override
  public void load(List<UpdateTableLineage> records, Work work) {
    work.load(TABLE, records.stream().map(record -> record.getDataset().getId()).toList());
  }

  @Override
  public Decision decide(UpdateTableLineage record, Asked asked, Work work) {
    TableUpdate update = TableUpdateRecords.domain(record);
    String id = update.dataset().id();
    List<Effect> effects = new ArrayList<>();
    TableLineage.decide(work.find(TABLE, id).orElse(null), update)
        .ifPresent(event -> effects.addAll(accepted(event)));
    effects.addAll(beside.apply(update));
    return Decision.effects(effects);
  }

  private static List<Effect> accepted(TableUpdate event) {
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.Tell<>(TableKind.ref(event.dataset().id()), event));
    effects.addAll(EdgeRows.writes(event));
    return effects;
  }
}
