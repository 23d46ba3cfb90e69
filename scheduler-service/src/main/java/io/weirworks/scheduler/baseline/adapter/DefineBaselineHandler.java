package io.weirworks.scheduler.baseline.adapter;

import io.weirworks.contract.registry.WorkspaceState;
import io.weirworks.contract.scheduler.DefineBaseline;
import io.weirworks.messaging.Asked;
import io.weirworks.messaging.Decision;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.Handler;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.Work;
import io.weirworks.scheduler.adapter.CommandCheck;
import io.weirworks.scheduler.baseline.BaselineDefinition;
import io.weirworks.scheduler.baseline.BaselineTask;
import io.weirworks.scheduler.baseline.BaselineType;
import io.weirworks.scheduler.baseline.CommittedTime;
import io.weirworks.scheduler.identity.BaselineId;
import io.weirworks.scheduler.workflow.adapter.Definitions;
import io.weirworks.schemas.CommandError;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Defines a baseline; its name in the workspace gives it its id. */
@Singleton
public final class DefineBaselineHandler implements Handler<DefineBaseline> {

  private final Baselines baselines;
  private final Definitions definitions;

  public DefineBaselineHandler(Baselines baselines, Definitions definitions) {
    this.baselines = baselines;
    this.definitions = definitions;
  }

  @Override
  public Class<DefineBaseline> type() {
    return DefineBaseline.class;
  }

  @Override
  public Optional<String> orderingKey(DefineBaseline command, Envelope envelope, Work work) {
    return Optional.of(id(command).value().toString());
  }

  private static BaselineId id(DefineBaseline command) {
    return BaselineId.of(command.getWorkspace(), command.getName());
  }

  @Override
  public Decision decide(DefineBaseline command, Asked asked, Work work) {
    Optional<WorkspaceState> workspace =
        work.viewedByName(WorkspaceState.class, command.getWorkspace()).map(Work.Viewed::state);
    if (workspace.isEmpty()) {
      return refused(
          CommandError.NOT_FOUND,
          "There is no such workspace.",
          "workspace",
          command.getWorkspace());
    }
    Optional<Rejection> wrong = wrongTime(command).or(() -> unknownKind(command));
    return wrong.isPresent()
        ? Decision.refused(wrong.get())
        : define(command, workspace.get(), asked, work);
  }

  private Decision define(
      DefineBaseline command, WorkspaceState workspace, Asked asked, Work work) {
    BaselineType type = BaselineType.valueOf(command.getKind().name());
    ChosenTasks tasks = new ChosenTasks(definitions, command.getWorkspace(), type, work);
    return switch (tasks.of(command.getTasks())) {
      case ChosenTasks.Lookup.Refused(Rejection rejection) -> Decision.refused(rejection);
      case ChosenTasks.Lookup.Found(List<OwnedTasks.Chosen> chosen) -> {
        Optional<BaselineTask> taken = OwnedTasks.taken(chosen, id(command), work);
        yield taken.isPresent()
            ? taken(taken.get())
            : baselines.define(definition(command, workspace, type, chosen), chosen, asked, work);
      }
    };
  }

  private static BaselineDefinition definition(
      DefineBaseline command,
      WorkspaceState workspace,
      BaselineType type,
      List<OwnedTasks.Chosen> chosen) {
    return new BaselineDefinition(
        workspace.getWorkspaceId(),
        command.getWorkspace(),
        command.getName(),
        type,
        chosen.stream().map(OwnedTasks.Chosen::task).toList(),
        command.getPriority(),
        command.getCommittedTimes().stream()
            .flatMap(text -> CommittedTime.parse(text).stream())
            .toList(),
        Duration.ofMinutes(command.getAlertMarginMinutes()),
        ZoneId.of(workspace.getTimeZone()));
  }

  private static Optional<Rejection> wrongTime(DefineBaseline command) {
    return command.getCommittedTimes().stream()
        .filter(text -> CommittedTime.parse(text).isEmpty())
        .findFirst()
        .map(
            text ->
                CommandCheck.rejection(
                    CommandError.INVALID_PARAMETER,
                    "A committed time is written HH:mm, from 00:00 to 47:59.",
                    "committedTimes",
                    text));
  }

  private static Optional<Rejection> unknownKind(DefineBaseline command) {
    return switch (command.getKind()) {
      case DAY, HOUR -> Optional.empty();
      case UNKNOWN ->
          Optional.of(
              CommandCheck.rejection(
                  CommandError.UNKNOWN_VALUE, "The kind is DAY or HOUR.", "kind", "UNKNOWN"));
    };
  }

  private static Decision taken(BaselineTask task) {
    String node = task.nodeName();
    return refused(
        CommandError.CONFLICT,
        "A node belongs to one baseline only, and this one, or one of this workflow, belongs to"
            + " another; take it out there first.",
        "tasks",
        node == null ? task.workflowName() : task.workflowName() + "/" + node);
  }

  private static Decision refused(CommandError code, String message, String field, String value) {
    return Decision.refused(CommandCheck.rejection(code, message, field, value));
  }
}
