package io.weirworks.lineage.run.evidence.adapter;

import static io.weirworks.lineage.run.evidence.adapter.EvidenceKind.EVIDENCE;

import io.weirworks.contract.lineage.RecordOpenLineage;
import io.weirworks.lineage.run.evidence.Deciding;
import io.weirworks.lineage.run.evidence.Evidence;
import io.weirworks.lineage.run.evidence.EvidenceOwner;
import io.weirworks.lineage.run.evidence.EvidenceOwner.Application;
import io.weirworks.lineage.run.evidence.EvidenceOwner.Others;
import io.weirworks.lineage.run.evidence.EvidenceOwner.OurRun;
import io.weirworks.lineage.run.evidence.Heard;
import io.weirworks.lineage.run.history.adapter.RunRows;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Adds what an engine told of a run to what is known of it; an event that cannot be read is a gap.
 */
public final class RecordOpenLineageHandler implements Handler<RecordOpenLineage> {

  @Override
  public Class<RecordOpenLineage> type() {
    return RecordOpenLineage.class;
  }

  @Override
  public Optional<String> orderingKey(RecordOpenLineage record, Envelope envelope, Work work) {
    return Optional.of(record.getOrderingKey());
  }

  @Override
  public void load(List<RecordOpenLineage> records, Work work) {
    List<String> ids = new ArrayList<>();
    for (RecordOpenLineage record : records) {
      ids.add(owner(record).id());
      Application application = application(record);
      if (application != null) {
        ids.add(application.id());
      }
    }
    work.load(EVIDENCE, ids);
  }

  private static EvidenceOwner owner(RecordOpenLineage record) {
    if (record.getRunId() != null) {
      return new OurRun(record.getOrderingKey(), record.getRunId());
    }
    Application application = application(record);
    return application == null ? new Others(record.getOrderingKey()) : application;
  }

  private static @Nullable Application application(RecordOpenLineage record) {
    return record.getApplication() == null
        ? null
        : new Application(record.getOrderingKey(), record.getApplication());
  }

  @Override
  public Decision decide(RecordOpenLineage record, Asked asked, Work work) {
    Heard heard = Heard.of(record.getEvents(), record.getDropped());
    Application application = application(record);
    EvidenceEffects effects =
        application == null
            ? heard(owner(record), heard, asked.now(), work)
            : ofApplication(record, application, heard, asked.now(), work);
    List<Effect> all = new ArrayList<>(effects.effects());
    if (owner(record) instanceof Others) {
      all.addAll(RunRows.writes(heard.history())); // of ours the executor tells how they went
    }
    return new Decision.Accepted(null, all, effects.complete() ? null : rest(record));
  }

  private static EvidenceEffects heard(EvidenceOwner owner, Heard heard, Instant now, Work work) {
    return EvidenceEffects.change(
        work, owner, now, before -> before.heard(heard.runs(), heard.left()));
  }

  /** What was told once is kept; only the telling goes on. */
  private static RecordOpenLineage rest(RecordOpenLineage record) {
    return RecordOpenLineage.newBuilder(record).setEvents(List.of()).setDropped(0).build();
  }

  private static EvidenceEffects ofApplication(
      RecordOpenLineage record, Application application, Heard heard, Instant now, Work work) {
    Evidence held = work.find(EVIDENCE, application.id()).orElse(null);
    String linked =
        held != null && held.deciding() instanceof Deciding.Linked(String run) ? run : null;
    String run = record.getRunId() != null ? record.getRunId() : linked;
    if (run == null) {
      return heard(application, heard, now, work);
    }
    OurRun ours = new OurRun(record.getOrderingKey(), run);
    if (linked != null) {
      return heard(ours, heard, now, work);
    }
    Heard all = held == null ? heard : heard.and(held);
    return EvidenceEffects.change(
            work, application, now, before -> before.emptied().decided(new Deciding.Linked(run)))
        .and(heard(ours, all, now, work));
  }
}
