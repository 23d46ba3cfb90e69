package io.weirworks.lineage.run.evidence.adapter;

import static io.weirworks.lineage.run.evidence.adapter.EvidenceKind.EVIDENCE;

import io.weirworks.contract.executor.RunCancelled;
import io.weirworks.contract.executor.RunFailed;
import io.weirworks.contract.executor.RunLost;
import io.weirworks.contract.executor.RunRefused;
import io.weirworks.lineage.run.evidence.Deciding;
import io.weirworks.lineage.run.evidence.EvidenceOwner.OurRun;
import io.weirworks.lineage.run.history.KnownRun;
import io.weirworks.lineage.run.history.adapter.OurRuns;
import io.weirworks.lineage.run.history.adapter.RunRows;
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
import org.apache.avro.specific.SpecificRecord;

/**
 * A run of ours ended, but not well: what the engine told of it counts for nothing, whatever single
 * statements did (R58). That it ran, and how it ended, is kept all the same.
 *
 * @param type of the event
 * @param owner of the evidence that it decides
 * @param history how the run went; empty where it never ran
 */
public record RunEndHandler<R extends SpecificRecord>(
    Class<R> type, Function<R, OurRun> owner, Function<R, Optional<KnownRun>> history)
    implements Handler<R> {

  /** All ends but success. */
  public static List<Handler<?>> all() {
    return List.of(
        new RunEndHandler<>(
            RunFailed.class,
            e -> new OurRun(e.getWorkflowInstanceId(), e.getRunId()),
            e -> Optional.of(OurRuns.of(e))),
        new RunEndHandler<>(
            RunCancelled.class,
            e -> new OurRun(e.getWorkflowInstanceId(), e.getRunId()),
            e -> Optional.of(OurRuns.of(e))),
        new RunEndHandler<>(
            RunLost.class,
            e -> new OurRun(e.getWorkflowInstanceId(), e.getRunId()),
            e -> Optional.of(OurRuns.of(e))),
        new RunEndHandler<>(
            RunRefused.class,
            e -> new OurRun(e.getWorkflowInstanceId(), e.getRunId()),
            e -> Optional.empty()));
  }

  @Override
  public Optional<String> orderingKey(R event, Envelope envelope, Work work) {
    return Optional.of(owner.apply(event).orderingKey());
  }

  @Override
  public void load(List<R> events, Work work) {
    work.load(EVIDENCE, events.stream().map(event -> owner.apply(event).id()).toList());
  }

  @Override
  public Decision decide(R event, Asked asked, Work work) {
    List<Effect> effects = new ArrayList<>(RunRows.writes(history.apply(event).stream().toList()));
    OurRun ours = owner.apply(event);
    if (work.find(EVIDENCE, ours.id()).isPresent()) {
      effects.addAll(
          EvidenceEffects.change(
                  work,
                  ours,
                  asked.now(),
                  before -> before.decided(new Deciding.DidNotSucceed()).emptied())
              .effects());
    }
    return Decision.effects(effects);
  }
}
