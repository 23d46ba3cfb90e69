package io.weirworks.lineage.run.adapter;

import static io.weirworks.lineage.run.adapter.RunKind.RUN;

import io.weirworks.contract.executor.RunSucceeded;
import io.weirworks.lineage.catalogue.adapter.StoredCatalogue;
import io.weirworks.lineage.run.Run;
import io.weirworks.lineage.run.RunDecision;
import io.weirworks.lineage.run.RunEvent;
import io.weirworks.lineage.run.RunLineage;
import io.weirworks.lineage.run.RunScript;
import io.weirworks.lineage.run.ScriptReading;
import io.weirworks.lineage.run.StatementRecord;
import io.weirworks.lineage.run.evidence.EvidenceOwner.OurRun;
import io.weirworks.lineage.run.evidence.adapter.EvidenceRelease;
import io.weirworks.lineage.run.history.KnownRun;
import io.weirworks.lineage.run.history.adapter.OurRuns;
import io.weirworks.lineage.run.history.adapter.RunRows;
import io.weirworks.lineage.sql.SqlLineage;
import io.weirworks.lineage.table.TableUpdate;
import io.weirworks.lineage.table.adapter.TableUpdateRecords;
import io.weirworks.lineage.use.Use;
import io.weirworks.lineage.use.adapter.UseRows;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Work;
import io.weirworks.schemas.Service;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a run that succeeded ran, tells it, and tells each dataset its part; then what its
 * engine told of it. Other ends confirm nothing (R58).
 *
 * <p>The event is its own continuation: the run's state says how far it was told. The reading of
 * the script under way is kept between the steps to spare reading it again; it is a function of the
 * event, so losing it costs only time.
 */
public final class RunSucceededHandler implements Handler<RunSucceeded> {

  private record UnderWay(String run, ScriptReading reading) {}

  private final SqlLineage lineage;
  private @Nullable UnderWay underWay;

  public RunSucceededHandler(SqlLineage lineage) {
    this.lineage = lineage;
  }

  @Override
  public Class<RunSucceeded> type() {
    return RunSucceeded.class;
  }

  @Override
  public Optional<String> orderingKey(RunSucceeded event, Envelope envelope, Work work) {
    return Optional.of(event.getWorkflowInstanceId());
  }

  @Override
  public void load(List<RunSucceeded> events, Work work) {
    work.load(RUN, events.stream().map(RunSucceeded::getRunId).toList());
    EvidenceRelease.load(
        events.stream().map(e -> new OurRun(e.getWorkflowInstanceId(), e.getRunId())).toList(),
        work);
  }

  @Override
  public Decision decide(RunSucceeded event, Asked asked, Work work) {
    RunScript script = RunRecords.script(event);
    int next = work.find(RUN, event.getRunId()).map(RunLineage::next).orElse(0);
    RunDecision decision = RunDecision.decide(next, script, reading(script, work));
    underWay =
        decision.complete() || underWay == null
            ? null
            : new UnderWay(event.getRunId(), underWay.reading());
    List<Effect> told = effects(event.getRunId(), decision);
    told.addAll(uses(script.run(), decision));
    told.addAll(RunRows.writes(List.of(history(event, decision))));
    if (!decision.complete()) {
      return new Decision.Accepted(null, told, rest(event));
    }
    EvidenceRelease release = EvidenceRelease.of(script, event.getCommand(), asked.now(), work);
    told.addAll(release.effects());
    return new Decision.Accepted(null, told, release.complete() ? null : rest(event));
  }

  /** What is not read need not be stored. */
  private static RunSucceeded rest(RunSucceeded event) {
    return RunSucceeded.newBuilder(event).setOutputs(Map.of()).build();
  }

  private ScriptReading reading(RunScript script, Work work) {
    String run = script.run().id();
    if (underWay == null || !underWay.run().equals(run)) {
      underWay =
          new UnderWay(
              run,
              new ScriptReading(
                  lineage, script, StoredCatalogue.over(lookup -> work.query(lookup::run))));
    }
    return underWay.reading();
  }

  private static List<Effect> uses(Run run, RunDecision decision) {
    Set<Use> uses = new LinkedHashSet<>();
    for (RunDecision.Step step : decision.steps()) {
      if (step.event() instanceof RunEvent.Recorded(var _, var _, StatementRecord record)) {
        uses.addAll(record.uses());
      }
    }
    return UseRows.writes(run.id(), run.job(), run.endedAt(), uses);
  }

  /** How it went, with what it is known by now to have touched. */
  private static KnownRun history(RunSucceeded event, RunDecision decision) {
    KnownRun run = OurRuns.of(event);
    for (RunDecision.Step step : decision.steps()) {
      if (step.event() instanceof RunEvent.Recorded(var _, var _, StatementRecord record)) {
        run = run.touching(record.inputs(), record.outputs());
      }
    }
    return run;
  }

  private static List<Effect> effects(String run, RunDecision decision) {
    List<Effect> effects = new ArrayList<>();
    for (RunDecision.Step step : decision.steps()) {
      effects.add(new Effect.Tell<>(RunKind.ref(run), step.event()));
      for (TableUpdate update : step.updates()) {
        effects.add(
            new Effect.Ask(
                Service.LINEAGE,
                update.dataset().id(),
                RunKind.ref(run),
                sequence -> TableUpdateRecords.command(update, sequence),
                List.of()));
      }
    }
    return effects;
  }
}
