package io.weirworks.registry.workflow.adapter;

import io.weirworks.contract.registry.Recurrence;
import io.weirworks.contract.registry.Trigger;
import io.weirworks.contract.registry.TriggerType;
import io.weirworks.contract.registry.WorkflowDefinition;
import io.weirworks.contract.registry.WorkflowKind;
import io.weirworks.registry.workflow.Schedule;
import io.weirworks.registry.workflow.WorkflowDraft;
import io.weirworks.registry.workflow.WorkflowEvent;
import io.weirworks.registry.workflow.WorkflowEvent.WorkflowDeployed;
import io.weirworks.registry.workflow.WorkflowState.Deployed;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** Workflows in the contract's records. Enumerations have the same names on both sides. */
final class WorkflowRecords {

  private static final DateTimeFormatter WALL_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private WorkflowRecords() {}

  static io.weirworks.contract.registry.WorkflowDeployed event(WorkflowEvent event) {
    return switch (event) {
      case WorkflowDeployed(var draft, var version, var comment, var deployedAt) ->
          io.weirworks.contract.registry.WorkflowDeployed.newBuilder()
              .setDefinition(definition(draft, version))
              .setSpecification(draft.specification())
              .setDeployedAt(deployedAt)
              .setComment(comment)
              .build();
    };
  }

  static io.weirworks.contract.registry.WorkflowState state(Deployed workflow) {
    return io.weirworks.contract.registry.WorkflowState.newBuilder()
        .setDefinition(definition(workflow))
        .setDeployedAt(workflow.deployedAt())
        .build();
  }

  static WorkflowDefinition definition(Deployed workflow) {
    return definition(workflow.inForce(), workflow.version());
  }

  private static WorkflowDefinition definition(WorkflowDraft draft, int version) {
    io.weirworks.registry.workflow.WorkflowDefinition definition = draft.definition();
    return WorkflowDefinition.newBuilder()
        .setWorkflowId(draft.workflowId().toString())
        .setWorkspaceId(draft.workspaceId().toString())
        .setWorkspace(draft.workspace())
        .setName(definition.name())
        .setVersion(version)
        .setKind(WorkflowKind.valueOf(definition.kind().name()))
        .setDescription(definition.description())
        .setOwner(definition.owner())
        .setTimeZone(definition.zone().getId())
        .setTrigger(trigger(definition.schedule()))
        .setParameters(definition.parameters().stream().map(NodeRecords::of).toList())
        .setNodes(definition.nodes().stream().map(NodeRecords::of).toList())
        .setSpecSha256(draft.specSha256())
        .build();
  }

  private static @Nullable Trigger trigger(@Nullable Schedule schedule) {
    return schedule == null
        ? null
        : Trigger.newBuilder()
            .setType(TriggerType.SCHEDULER)
            .setCron(schedule.cron())
            .setStartTime(wallTime(schedule.start()))
            .setEndTime(wallTime(schedule.end()))
            .setRecurrence(Recurrence.valueOf(schedule.recurrence().name()))
            .build();
  }

  private static @Nullable String wallTime(@Nullable LocalDateTime time) {
    return time == null ? null : WALL_TIME.format(time);
  }
}
