package io.weirworks.scheduler.backfill.adapter;

import io.weirworks.contract.scheduler.BackfillMode;
import io.weirworks.contract.scheduler.StartBackfill;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.backfill.BackfillUnit;
import io.weirworks.scheduler.identity.BackfillId;
import io.weirworks.scheduler.workflow.Part;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import io.weirworks.scheduler.workflow.adapter.DeployedWorkflow;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Begins or plans a backfill of the versions in force; the command's identity gives it its id. */
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
    Optional<Rejection> wrong = BackfillWish.wrong(command);
    if (wrong.isPresent()) {
      return Decision.refused(wrong.get());
    }
    return switch (definitions.inForce(work, command.getWorkspace(), command.getWorkflow())) {
      case Definitions.Lookup.Missing(Rejection rejection) -> Decision.refused(rejection);
      case Definitions.Lookup.Found(DeployedWorkflow workflow) ->
          start(command, workflow, asked, work);
    };
  }

  private Decision start(StartBackfill command, DeployedWorkflow workflow, Asked asked, Work work) {
    if (command.getMode() == BackfillMode.WHOLE_WORKFLOW) {
      var whole = new BackfillUnit(workflow.id(), workflow.version(), new Part.Whole());
      return start(command, workflow, List.of(whole), List.of(workflow), asked, work);
    }
    try {
      var selection = new SelectionMapping(command, workflow, definitions, work);
      List<BackfillUnit> units = selection.units();
      return start(command, workflow, units, selection.workflows(), asked, work);
    } catch (SelectionMapping.Refused refused) {
      return Decision.refused(refused.rejection());
    }
  }

  private Decision start(
      StartBackfill command,
      DeployedWorkflow workflow,
      List<BackfillUnit> units,
      List<DeployedWorkflow> workflows,
      Asked asked,
      Work work) {
    var plan = BackfillWish.plan(id(asked.envelope()), command, workflow);
    var scope =
        BackfillScopes.of(
            plan, units, workflows.stream().map(each -> each.graph().definition()).toList());
    Decision decision =
        backfills.start(scope, BackfillWish.name(command), workflow.names(), asked, work);
    for (DeployedWorkflow each : workflows) {
      if (units.stream().anyMatch(unit -> unit.workflow().equals(each.id()))) {
        decision = definitions.pinning(each, decision, work);
      }
    }
    return decision;
  }
}
