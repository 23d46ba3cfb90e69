package io.weirworks.scheduler.backfill.adapter;

import static io.weirworks.scheduler.backfill.adapter.BackfillKind.BACKFILL;

import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.adapter.CommandCheck;
import io.weirworks.scheduler.backfill.Backfill;
import io.weirworks.scheduler.backfill.BackfillCommand;
import io.weirworks.scheduler.backfill.BackfillContents;
import io.weirworks.scheduler.backfill.BackfillDecider;
import io.weirworks.scheduler.backfill.BackfillEffect;
import io.weirworks.scheduler.backfill.BackfillEvent;
import io.weirworks.scheduler.backfill.BackfillScope;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.workflow.adapter.WorkflowNames;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Lets the core decide on backfills, with what messaging has stored. */
@Singleton
public final class Backfills {

  private final BackfillScopes scopes;

  public Backfills(BackfillScopes scopes) {
    this.scopes = scopes;
  }

  /** Begins or plans a backfill; a repetition does nothing. */
  Decision start(BackfillScope scope, String name, WorkflowNames names, Asked asked, Work work) {
    return decide(
        scope.plan().id(),
        scope,
        new BackfillCommand.StartBackfill(scope),
        new Naming(name, names),
        asked,
        work);
  }

  /** Decides on a backfill that is there. */
  public Decision decide(BackfillId id, BackfillCommand command, Asked asked, Work work) {
    BackfillContents contents =
        work.find(BACKFILL, id.value().toString()).isPresent()
            ? scopes.find(id, work)
            : _ -> List.of();
    return decide(id, contents, command, null, asked, work);
  }

  private record Naming(String name, WorkflowNames names) {}

  private static Decision decide(
      BackfillId id,
      BackfillContents contents,
      BackfillCommand command,
      @Nullable Naming naming,
      Asked asked,
      Work work) {
    Optional<Backfill> current =
        work.find(BACKFILL, id.value().toString()).map(BackfillRow::backfill);
    return switch (new BackfillDecider(contents).decide(current.orElse(null), command)) {
      case io.weirworks.scheduler.decision.Decision.Rejected<BackfillEvent>(var rejection) ->
          Decision.refused(CommandCheck.of(rejection));
      case io.weirworks.scheduler.decision.Decision.Accepted<BackfillEvent>(var events) ->
          Decision.accepted(
              BackfillKind.ref(id),
              effects(id, contents, current.orElse(null), naming, events, asked));
    };
  }

  /** Told events are told, untold ones change the row; the commands of each follow it. */
  private static List<Effect> effects(
      BackfillId id,
      BackfillContents contents,
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
          effects.addAll(BackfillScopes.keep(id, started.units()));
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
      commands(current, contents, event).forEach(effects::add);
    }
    return effects;
  }

  private static Backfill evolved(@Nullable Backfill before, BackfillEvent event) {
    if (before == null) {
      throw new IllegalStateException(event + " of a backfill that does not exist");
    }
    return before.evolve(event);
  }

  private static List<Effect> commands(
      Backfill backfill, BackfillContents contents, BackfillEvent event) {
    BackfillCommands commands = new BackfillCommands(backfill.plan());
    return BackfillEffect.of(backfill, contents, event).stream().map(commands::of).toList();
  }
}
