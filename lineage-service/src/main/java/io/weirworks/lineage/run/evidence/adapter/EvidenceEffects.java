package io.weirworks.lineage.run.evidence.adapter;

import static io.weirworks.lineage.run.evidence.adapter.EvidenceKind.EVIDENCE;

import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.run.Run;
import io.weirworks.lineage.run.RunEvent;
import io.weirworks.lineage.run.StatementRecord;
import io.weirworks.lineage.run.adapter.RunKind;
import io.weirworks.lineage.run.evidence.Evidence;
import io.weirworks.lineage.run.evidence.EvidenceDecision;
import io.weirworks.lineage.run.evidence.EvidenceDecision.Word;
import io.weirworks.lineage.run.evidence.EvidenceEvent;
import io.weirworks.lineage.run.evidence.EvidenceOwner;
import io.weirworks.lineage.table.TableUpdate;
import io.weirworks.lineage.table.adapter.TableUpdateRecords;
import io.weirworks.lineage.use.adapter.UseRows;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.Work;
import io.weirworks.schemas.Service;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * What a change of evidence does.
 *
 * @param complete whether all that counts was told; else it goes on with a further decision
 */
record EvidenceEffects(List<Effect> effects, boolean complete) {

  static final EvidenceEffects NONE = new EvidenceEffects(List.of(), true);

  /** A run's end that was not heard by then will not be. */
  private static final Duration UNDECIDED = Duration.ofDays(8);

  /** How late an engine's event of a run may come whose end is known. */
  private static final Duration OF_OURS = Duration.ofDays(1);

  /** The same of others' runs, of which there may be many more. */
  private static final Duration OF_OTHERS = Duration.ofHours(1);

  /** Evidence changes, is opened where it is not there, and what counts now is told. */
  static EvidenceEffects change(
      Work work, EvidenceOwner owner, Instant now, UnaryOperator<Evidence> change) {
    Evidence before = work.find(EVIDENCE, owner.id()).orElse(null);
    Evidence changed = change.apply(before == null ? Evidence.of(owner) : before);
    EvidenceDecision decision = EvidenceDecision.decide(changed);
    if (decision.after().equals(before)) {
      return new EvidenceEffects(List.of(), decision.complete());
    }
    SubjectRef<Evidence, EvidenceEvent> evidence = EvidenceKind.ref(owner);
    List<Effect> effects = new ArrayList<>();
    if (before == null) {
      effects.add(new Effect.Tell<>(evidence, new EvidenceEvent.Opened(decision.after())));
    } else {
      effects.add(new Effect.Change<>(evidence, new EvidenceEvent.Became(decision.after())));
    }
    decision.words().forEach(word -> effects.addAll(effects(evidence, word)));
    if (before == null || before.isDecided() != changed.isDecided()) {
      Instant due = now.plus(kept(changed));
      effects.add(new Effect.SetTimer(evidence, EvidenceTimer.KIND, due));
    }
    return new EvidenceEffects(effects, decision.complete());
  }

  private static Duration kept(Evidence evidence) {
    if (!evidence.isDecided()) {
      return UNDECIDED;
    }
    return evidence.owner() instanceof EvidenceOwner.Others ? OF_OTHERS : OF_OURS;
  }

  private static List<Effect> effects(SubjectRef<?, EvidenceEvent> evidence, Word word) {
    List<Effect> effects = new ArrayList<>();
    SubjectRef<?, ?> teller;
    switch (word) {
      case Word.OfOurRun(var event, var _) -> {
        var run = RunKind.ref(event.run().id());
        effects.add(new Effect.Tell<>(run, event));
        teller = run;
      }
      case Word.OfOthers(var event, var _) -> {
        effects.add(new Effect.Tell<>(evidence, event));
        teller = evidence;
      }
    }
    effects.addAll(uses(word));
    for (TableUpdate update : word.updates()) {
      effects.add(
          new Effect.Ask(
              Service.LINEAGE,
              update.dataset().id(),
              teller,
              sequence -> TableUpdateRecords.command(update, sequence),
              List.of()));
    }
    return effects;
  }

  private static List<Effect> uses(Word word) {
    return switch (word) {
      case Word.OfOurRun(RunEvent.Observed(Run run, var _, StatementRecord record), var _) ->
          UseRows.writes(run.id(), run.job(), run.endedAt(), record.uses());
      case Word.OfOthers(EvidenceEvent.Recorded(Run run, Job job, StatementRecord record), var _) ->
          UseRows.writes(run.id(), job, run.endedAt(), record.uses());
      case Word.OfOurRun _, Word.OfOthers _ -> List.of();
    };
  }

  EvidenceEffects and(EvidenceEffects others) {
    List<Effect> all = new ArrayList<>(effects);
    all.addAll(others.effects());
    return new EvidenceEffects(all, complete && others.complete());
  }
}
