package io.weirworks.lineage.impact.adapter;

import static io.weirworks.lineage.impact.adapter.ImpactKind.IMPACT;

import io.weirworks.contract.lineage.RecordImpact;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells an impact that was assessed, once; nothing of it is due any more. */
public final class RecordImpactHandler implements Handler<RecordImpact> {

  @Override
  public Class<RecordImpact> type() {
    return RecordImpact.class;
  }

  @Override
  public Optional<String> orderingKey(RecordImpact record, Envelope envelope, Work work) {
    return Optional.of(record.getOrderingKey());
  }

  @Override
  public void load(List<RecordImpact> records, Work work) {
    work.load(IMPACT, records.stream().map(RecordImpact::getImpactId).toList());
  }

  @Override
  public Decision decide(RecordImpact record, Asked asked, Work work) {
    List<Effect> effects = new ArrayList<>();
    String id = record.getImpactId();
    if (!record.getOrigins().isEmpty() && work.find(IMPACT, id).isEmpty()) {
      effects.add(new Effect.Tell<>(ImpactKind.ref(id), ImpactRecords.domain(record)));
    }
    effects.add(DueImpactRows.remove(id));
    return Decision.effects(effects);
  }

  @Override
  public Decision refuse(RecordImpact record, Rejection rejection, Asked asked, Work work) {
    return Decision.effects(List.of(DueImpactRows.remove(record.getImpactId())));
  }
}
