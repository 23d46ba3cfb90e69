package io.weirworks.scheduler.backfill.adapter;

import static io.weirworks.scheduler.backfill.adapter.BackfillKind.BACKFILL;

import io.weirworks.contract.Sender;
import io.weirworks.contract.scheduler.CreateWorkflowInstance;
import io.weirworks.contract.scheduler.StopWorkflowInstance;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.adapter.CommandCheck;
import io.weirworks.scheduler.backfill.Backfill;
import io.weirworks.scheduler.backfill.BackfillCommand;
import io.weirworks.scheduler.backfill.BackfillDecider;
import io.weirworks.scheduler.backfill.BackfillEffect;
import io.weirworks.scheduler.backfill.BackfillEvent;
import io.weirworks.scheduler.backfill.BackfillPlan;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.workflow.adapter.WorkflowNames;
import io.weirworks.schemas.Service;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Lets the core decide on backfills, with what messaging has stored. */
@Singleton
public final class Backfills {

  /** Begins a backfill; a repetition does nothing. */
  Decision start(BackfillPlan plan, String name, WorkflowNames names, Asked asked, Work work) {
    return decide(
        plan.id(), new BackfillCommand.StartBackfill(plan), new Naming(name, names), asked, work);
  }

  /** Decides on a backfill that is there. */
  public Decision decide(BackfillId id, BackfillCommand command, Asked asked, Work work) {
    return decide(id, command, null, asked, work);
  }

  private record Naming(String name, WorkflowNames names) {}

  private static Decision decide(
      BackfillId id, BackfillCommand command, @Nullable Naming naming, Asked asked, Work work) {
    Optional<Backfill> current =
        work.find(BACKFILL, id.value().toString()).map(BackfillRow::backfill);
    return switch (BackfillDecider.decide(current.orElse(null), command)) {
      case io.weirworks.scheduler.decision.Decision.Rejected<BackfillEvent>(var rejection) ->
          Decision.refused(CommandCheck.of(rejection));
      case io.weirworks.scheduler.decision.Decision.Accepted<BackfillEvent>(var events) ->
          Decision.accepted(
              BackfillKind.ref(id), effects(id, current.orElse(null), naming, events, asked));
    };
  }

  /** Told events are told, untold ones change the row; the commands of each follow it. */
  private static List<Effect> effects(
      BackfillId id,
      @Nullable Backfill before,
      @Nullable Naming naming,
      List<BackfillEvent> events,
      Asked asked) {
    var subject = BackfillKind.ref(id);
    List<Effect> effects = new ArrayList<>();
    Backfill current = before;
    for (BackfillEvent event : events) {
      switch (event) {
        case BackfillEvent.BackfillStarted started when naming != null -> {
          current = Backfill.created(started);
          effects.add(
              new Effect.Tell<>(
                  subject,
                  new BackfillChange.Started(started, naming.name(), naming.names(), asked.now())));
        }
        case BackfillEvent.Told told -> {
          current = evolved(current, told);
          effects.add(new Effect.Tell<>(subject, new BackfillChange.Happened(told, asked.now())));
        }
        case BackfillEvent.Untold untold -> {
          current = evolved(current, untold);
          effects.add(
              new Effect.Change<>(subject, new BackfillChange.Happened(untold, asked.now())));
        }
      }
      commands(current, event).forEach(effects::add);
    }
    return effects;
  }

  private static Backfill evolved(@Nullable Backfill before, BackfillEvent event) {
    if (before == null) {
      throw new IllegalStateException(event + " of a backfill that does not exist");
    }
    return before.evolve(event);
  }

  private static List<Effect> commands(Backfill backfill, BackfillEvent event) {
    return BackfillEffect.of(backfill, event).stream()
        .map(effect -> command(backfill.plan(), effect))
        .toList();
  }

  private static Effect command(BackfillPlan plan, BackfillEffect effect) {
    return switch (effect) {
      case BackfillEffect.CreateWorkflowInstance(var id, var bizdate) -> {
        SpecificRecord create =
            CreateWorkflowInstance.newBuilder()
                .setWorkflowInstanceId(id.value().toString())
                .setBackfillId(plan.id().value().toString())
                .setWorkflowId(plan.workflow().value())
                .setWorkflowVersion(plan.version())
                .setBizdate(bizdate.toString())
                .setParameters(plan.constants())
                .build();
        yield new Effect.Ask(
            Service.SCHEDULER,
            id.value().toString(),
            BackfillKind.ref(plan.id()),
            _ -> create,
            List.of());
      }
      case BackfillEffect.StopWorkflowInstance(var id, String reason) ->
          new Effect.Ask(
              Service.SCHEDULER,
              id.value().toString(),
              BackfillKind.ref(plan.id()),
              sequence ->
                  StopWorkflowInstance.newBuilder()
                      .setWorkflowInstanceId(id.value().toString())
                      .setSender(new Sender(plan.id().value().toString(), sequence))
                      .setReason(reason)
                      .build(),
              List.of());
    };
  }
}
