package io.weirworks.lineage.table.adapter;

import static io.weirworks.lineage.table.adapter.TableKind.TABLE;

import io.weirworks.contract.lineage.UpdateTableLineage;
import io.weirworks.lineage.table.TableEvent;
import io.weirworks.lineage.table.TableLineage;
import io.weirworks.lineage.table.TableUpdate;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import io.weirworks.schemas.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds what a statement says about a dataset to what is known of it, and tells the sources whose
 * edges that changed.
 */
public final class UpdateTableLineageHandler implements Handler<UpdateTableLineage> {

  private final BesideLineage beside;

  public UpdateTableLineageHandler(BesideLineage beside) {
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
    List<TableUpdate> updates = records.stream().map(TableUpdateRecords::domain).toList();
    HeardWords.in(work).load(updates.stream().map(WordRows::id).toList(), work);
    beside.load(updates, work);
  }

  @Override
  public Decision decide(UpdateTableLineage record, Asked asked, Work work) {
    TableUpdate update = TableUpdateRecords.domain(record);
    TableLineage before = work.find(TABLE, update.dataset().id()).orElse(null);
    String word = WordRows.id(update);
    HeardWords heard = HeardWords.in(work);
    Optional<TableEvent.Told> event =
        TableLineage.decide(before, update, heard.contains(word, work));
    event.ifPresent(told -> heard.add(word));
    List<Effect> effects = new ArrayList<>();
    TableLineage after = event.map(told -> TableLineage.evolve(before, told)).orElse(before);
    if (after != null) {
      event.ifPresent(told -> effects.addAll(accepted(before, told, after)));
      effects.addAll(beside.effects(update, after.words().dropped(), work));
    }
    return Decision.effects(effects);
  }

  private static List<Effect> accepted(
      @Nullable TableLineage before, TableEvent.Told told, TableLineage after) {
    List<Effect> effects = new ArrayList<>();
    effects.add(new Effect.Tell<>(TableKind.ref(after.dataset().id()), told));
    effects.addAll(WordRows.writes(before, told, after));
    TableLineage.news(before, told, after)
        .forEach(
            (source, news) ->
                effects.add(
                    new Effect.Ask(
                        Service.LINEAGE,
                        source.id(),
                        TableKind.ref(after.dataset().id()),
                        sequence ->
                            DownstreamRecords.command(source, news, told.update(), sequence),
                        List.of())));
    return effects;
  }
}
