package io.weirworks.scheduler.backfill.adapter;

import io.weirworks.contract.scheduler.BeginBackfill;
import io.weirworks.contract.scheduler.PauseBackfill;
import io.weirworks.contract.scheduler.ResumeBackfill;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.adapter.CommandCheck;
import io.weirworks.scheduler.backfill.BackfillCommand;
import io.weirworks.scheduler.identity.BackfillId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;

/** Commands that lead a backfill that is there from one state to the next. */
public final class BackfillSteps {

  private BackfillSteps() {}

  /** A handler for each of them. */
  public static List<Handler<?>> handlers(Backfills backfills) {
    return List.of(
        new Step<>(
            backfills,
            BeginBackfill.class,
            BeginBackfill::getBackfillId,
            (id, command) -> new BackfillCommand.BeginBackfill(id, command.getPlanHash()),
            _ -> Optional.empty()),
        new Step<>(
            backfills,
            PauseBackfill.class,
            PauseBackfill::getBackfillId,
            (id, command) -> new BackfillCommand.PauseBackfill(id, command.getReason()),
            command -> CommandCheck.text("reason", command.getReason())),
        new Step<>(
            backfills,
            ResumeBackfill.class,
            ResumeBackfill::getBackfillId,
            (id, _) -> new BackfillCommand.ResumeBackfill(id),
            _ -> Optional.empty()));
  }

  private record Step<R extends SpecificRecord>(
      Backfills backfills,
      Class<R> type,
      Function<R, String> id,
      BiFunction<BackfillId, R, BackfillCommand> command,
      Function<R, Optional<Rejection>> wrong)
      implements Handler<R> {

    @Override
    public Optional<String> orderingKey(R record, Envelope envelope, Work work) {
      return work.orderingKey(BackfillKind.BACKFILL, id.apply(record));
    }

    @Override
    public Decision decide(R record, Asked asked, Work work) {
      BackfillId backfill = new BackfillId(UUID.fromString(id.apply(record)));
      return wrong
          .apply(record)
          .map(Decision::refused)
          .orElseGet(
              () -> backfills.decide(backfill, command.apply(backfill, record), asked, work));
    }
  }
}
