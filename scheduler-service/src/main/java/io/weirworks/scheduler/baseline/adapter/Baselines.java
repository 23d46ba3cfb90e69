package io.weirworks.scheduler.baseline.adapter;

import static io.weirworks.scheduler.baseline.adapter.BaselineInstanceKind.BASELINE_INSTANCE;
import static io.weirworks.scheduler.baseline.adapter.BaselineKind.BASELINE;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.adapter.CommandCheck;
import io.weirworks.scheduler.baseline.Baseline;
import io.weirworks.scheduler.baseline.BaselineDecider;
import io.weirworks.scheduler.baseline.BaselineDefinition;
import io.weirworks.scheduler.baseline.BaselineEvent;
import io.weirworks.scheduler.baseline.BaselineInstance;
import io.weirworks.scheduler.baseline.BaselineInstanceEvent.BaselineInstanceOpened;
import io.weirworks.scheduler.generation.Deployment;
import io.weirworks.scheduler.identity.BaselineId;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import io.weirworks.schemas.CommandError;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lets the core decide on baselines, with what messaging has stored. */
@Singleton
public final class Baselines {

  private final Definitions definitions;

  public Baselines(Definitions definitions) {
    this.definitions = definitions;
  }

  /** Defines a baseline, and takes its tasks. */
  Decision define(
      BaselineDefinition definition, List<OwnedTasks.Chosen> chosen, Asked asked, Work work) {
    BaselineId id = BaselineId.of(definition.workspace(), definition.name());
    Baseline current = work.find(BASELINE, id.value().toString()).orElse(null);
    return switch (BaselineDecider.define(current, definition, asked.now())) {
      case io.weirworks.scheduler.decision.Decision.Rejected<BaselineEvent>(var rejection) ->
          Decision.refused(CommandCheck.of(rejection));
      case io.weirworks.scheduler.decision.Decision.Accepted<BaselineEvent>(var events) -> {
        List<Effect> effects = new ArrayList<>();
        Baseline after = current;
        for (BaselineEvent event : events) {
          after = Baseline.evolve(after, event);
          effects.add(new Effect.Tell<>(BaselineKind.ref(id), event));
        }
        if (after != null && !events.isEmpty()) {
          effects.addAll(OwnedTasks.take(chosen, id));
          effects.addAll(goOn(after, asked.now(), work));
        }
        yield Decision.accepted(BaselineKind.ref(id), effects);
      }
    };
  }

  /** Removes a baseline; what it watches finds that out within a minute. */
  Decision remove(String id, Work work) {
    Optional<Baseline> baseline = work.find(BASELINE, id);
    if (baseline.isEmpty()) {
      return Decision.refused(
          CommandCheck.rejection(
              CommandError.NOT_FOUND, "There is no baseline with this id.", "baselineId", id));
    }
    BaselineId of = baseline.get().id();
    SubjectRef<Baseline, BaselineEvent> subject = BaselineKind.ref(of);
    return Decision.accepted(
        subject,
        List.of(
            new Effect.ClearTimer(subject, BaselineTimer.KIND),
            new Effect.Tell<>(subject, new BaselineEvent.BaselineRemoved()),
            OwnedTasks.release(of),
            LiftedPriorities.none(of)));
  }

  /** Opens the instances of a new day, and looks whose priority it lifts. */
  Decision open(Baseline baseline, Instant now, Work work) {
    List<Effect> effects = new ArrayList<>();
    for (BaselineInstance instance : BaselineDecider.open(baseline, now)) {
      String id = instance.id().value().toString();
      if (work.find(BASELINE_INSTANCE, id).isEmpty()) {
        var subject = BaselineInstanceKind.ref(instance.id());
        effects.add(new Effect.Tell<>(subject, new BaselineInstanceOpened(instance)));
        effects.add(new Effect.SetTimer(subject, BaselineInstanceTimer.KIND, now));
      }
    }
    Baseline after = baseline;
    LocalDate through = Deployment.lastGenerated(now, baseline.definition().zone());
    if (through.isAfter(baseline.openedThrough())) {
      BaselineEvent opened = new BaselineEvent.DaysOpened(through);
      effects.add(new Effect.Change<>(BaselineKind.ref(baseline.id()), opened));
      after = Optional.ofNullable(Baseline.evolve(baseline, opened)).orElse(baseline);
    }
    effects.addAll(goOn(after, now, work));
    return Decision.effects(effects);
  }

  private List<Effect> goOn(Baseline baseline, Instant now, Work work) {
    List<Effect> effects =
        new ArrayList<>(
            LiftedPriorities.of(baseline, new StoredWatchedNodes(definitions, work), work));
    effects.add(
        new Effect.SetTimer(
            BaselineKind.ref(baseline.id()),
            BaselineTimer.KIND,
            BaselineDecider.next(baseline, now)));
    return effects;
  }
}
