package io.weirworks.lineage.run.evidence;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.run.Gap;
import io.weirworks.lineage.run.Run;
import io.weirworks.lineage.run.RunEvent;
import io.weirworks.lineage.run.StatementRecord;
import io.weirworks.lineage.run.TableUpdates;
import io.weirworks.lineage.run.evidence.Deciding.Succeeded;
import io.weirworks.lineage.table.TableUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The next step of telling what engines told.
 *
 * @param words what is told, in order
 * @param after the evidence once that is told
 * @param complete whether all that counts was told; else the rest follows in a further decision
 */
public record EvidenceDecision(List<Word> words, Evidence after, boolean complete) {

  /** Effects of one decision at most, well within a transaction's bounds (DESIGN 3.3). */
  private static final int EFFECTS = 300;

  private static final long CHARACTERS = 256L << 10;

  /** An event and what the datasets that it names are told with it. */
  public sealed interface Word {

    List<TableUpdate> updates();

    /** Told as one of our run's events. */
    record OfOurRun(RunEvent event, List<TableUpdate> updates) implements Word {}

    /** Told as an event of the evidence itself: the run is nobody's that we know. */
    record OfOthers(EvidenceEvent event, List<TableUpdate> updates) implements Word {}
  }

  /** Tells what counts and was not told. */
  public static EvidenceDecision decide(Evidence evidence) {
    List<Word> words = new ArrayList<>();
    Evidence after = evidence;
    int effects = 0;
    long characters = 0;
    for (Map.Entry<Integer, List<EngineRun>> due : evidence.due().entrySet()) {
      if (effects >= EFFECTS || characters >= CHARACTERS) {
        return new EvidenceDecision(words, after, false);
      }
      List<EngineRun> parts = due.getValue();
      Word word = word(evidence, due.getKey(), parts);
      words.add(word);
      effects += 1 + word.updates().size();
      characters += parts.stream().mapToLong(Weight::of).sum();
      after = after.told(parts);
    }
    for (Gap gap : evidence.dueGaps()) {
      words.add(gap(evidence, gap));
      after = after.told(gap);
    }
    return new EvidenceDecision(words, after, true);
  }

  private static Word word(Evidence evidence, int place, List<EngineRun> parts) {
    return evidence.deciding() instanceof Succeeded succeeded
        ? ofOurs(evidence, place, parts, succeeded)
        : ofOthers(evidence, parts.getFirst());
  }

  /** What its DDL did is left to the script's text, which tells it statement by statement. */
  private static Word ofOurs(Evidence evidence, int place, List<EngineRun> parts, Succeeded by) {
    Run run = by.run();
    StatementRecord record = Touched.record(place, parts, false);
    List<TableUpdate> updates =
        TableUpdates.of(
            new Writer(run.job(), KnownBy.RUNTIME),
            new Confirmation(run.id(), place, run.endedAt()),
            record,
            evidence.isWhole());
    return new Word.OfOurRun(new RunEvent.Observed(run, by.statements(), record), updates);
  }

  /**
   * A parent's job has many runs of engines below it, so that none of them is its whole word on a
   * dataset.
   */
  private static Word ofOthers(Evidence evidence, EngineRun engineRun) {
    Run run = run(engineRun);
    Job job = engineRun.writer().job();
    StatementRecord record = Touched.record(0, List.of(engineRun), true);
    List<TableUpdate> updates =
        TableUpdates.of(
            new Writer(job, KnownBy.RUNTIME),
            new Confirmation(run.id(), 0, run.endedAt()),
            record,
            evidence.isWhole() && !engineRun.writer().ofParent());
    return new Word.OfOthers(new EvidenceEvent.Recorded(run, job, record), updates);
  }

  private static Word gap(Evidence evidence, Gap gap) {
    if (evidence.deciding() instanceof Succeeded(Run run, int statements, var _)) {
      return new Word.OfOurRun(new RunEvent.Unobserved(run, statements, gap), List.of());
    }
    EngineRun any = evidence.runs().values().iterator().next();
    return new Word.OfOthers(
        new EvidenceEvent.Missed(run(any), any.writer().job(), gap), List.of());
  }

  /** An engine's run of others; it belongs to no workflow, so that those texts are empty. */
  private static Run run(EngineRun run) {
    Instant end = Objects.requireNonNull(run.completedAt(), "only what completed counts");
    return new Run(run.id(), "", "", "", "", "", "", "", end);
  }
}
