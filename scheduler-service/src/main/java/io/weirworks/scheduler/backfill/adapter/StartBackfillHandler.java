package io.weirworks.scheduler.backfill.adapter;

import io.weirworks.contract.scheduler.StartBackfill;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.adapter.CommandCheck;
import io.weirworks.scheduler.backfill.BackfillOrder;
import io.weirworks.scheduler.backfill.BackfillPlan;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import io.weirworks.scheduler.workflow.adapter.DeployedWorkflow;
import io.weirworks.schemas.CommandError;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.Optional;

/** Begins a backfill of the version in force; the command's identity gives it its id. */
@Singleton
public final class StartBackfillHandler implements Handler<StartBackfill> {

  private final Backfills backfills;
  private final Definitions definitions;

  public StartBackfillHandler(Backfills backfills, Definitions definitions) {
    this.backfills = backfills;
    this.definitions = definitions;
  }

  @Override
  public Class<StartBackfill> type() {
    return StartBackfill.class;
  }

  @Override
  public Optional<String> orderingKey(StartBackfill command, Envelope envelope, Work work) {
    return Optional.of(id(envelope).value().toString());
  }

  private static BackfillId id(Envelope envelope) {
    return BackfillId.of(envelope.source(), envelope.id());
  }

  @Override
  public Decision decide(StartBackfill command, Asked asked, Work work) {
    Optional<Rejection> wrong =
        CommandCheck.bizdate("fromBizdate", command.getFromBizdate())
            .or(() -> CommandCheck.bizdate("toBizdate", command.getToBizdate()))
            .or(() -> CommandCheck.constants(command.getParameters()))
            .or(() -> CommandCheck.text("name", command.getName()))
            .or(() -> unknownOrder(command));
    if (wrong.isPresent()) {
      return Decision.refused(wrong.get());
    }
    return switch (definitions.inForce(work, command.getWorkspace(), command.getWorkflow())) {
      case Definitions.Lookup.Missing(Rejection rejection) -> Decision.refused(rejection);
      case Definitions.Lookup.Found(DeployedWorkflow workflow) ->
          start(command, workflow, asked, work);
    };
  }

  private static Optional<Rejection> unknownOrder(StartBackfill command) {
    return switch (command.getOrder()) {
      case ASC, DESC -> Optional.empty();
      case UNKNOWN ->
          Optional.of(
              CommandCheck.rejection(
                  CommandError.UNKNOWN_VALUE, "The order is ASC or DESC.", "order", "UNKNOWN"));
    };
  }

  private Decision start(StartBackfill command, DeployedWorkflow workflow, Asked asked, Work work) {
    BackfillPlan plan =
        new BackfillPlan(
            id(asked.envelope()),
            workflow.id(),
            workflow.version(),
            LocalDate.parse(command.getFromBizdate()),
            LocalDate.parse(command.getToBizdate()),
            BackfillOrder.valueOf(command.getOrder().name()),
            command.getParallelism(),
            command.getParameters());
    return definitions.pinning(
        workflow, backfills.start(plan, name(command), workflow.names(), asked, work), work);
  }

  private static String name(StartBackfill command) {
    return command.getName() != null
        ? command.getName()
        : "%s %s..%s"
            .formatted(command.getWorkflow(), command.getFromBizdate(), command.getToBizdate());
  }
}
