package io.weirworks.scheduler.baseline.adapter;

import io.weirworks.contract.scheduler.BaselineDefined;
import io.weirworks.contract.scheduler.BaselineKind;
import io.weirworks.contract.scheduler.BaselineRemoved;
import io.weirworks.contract.scheduler.BaselineState;
import io.weirworks.contract.scheduler.BaselineTask;
import io.weirworks.scheduler.baseline.Baseline;
import io.weirworks.scheduler.baseline.BaselineDefinition;
import io.weirworks.scheduler.baseline.BaselineEvent;
import io.weirworks.scheduler.baseline.CommittedTime;
import io.weirworks.scheduler.identity.NodeId;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Events and state record of a baseline as the contract has them. */
final class BaselineRecords {

  private BaselineRecords() {}

  /**
   * @param baseline after the event, or before its removal
   */
  static SpecificRecord event(Baseline baseline, BaselineEvent event) {
    BaselineDefinition definition = baseline.definition();
    return switch (event) {
      case BaselineEvent.BaselineDefined _ -> defined(baseline);
      case BaselineEvent.BaselineRemoved _ ->
          BaselineRemoved.newBuilder()
              .setBaselineId(baseline.id().value().toString())
              .setWorkspace(definition.workspace())
              .setName(definition.name())
              .build();
      case BaselineEvent.Untold it -> throw new IllegalArgumentException(it + " is not told");
    };
  }

  private static BaselineDefined defined(Baseline baseline) {
    BaselineDefinition definition = baseline.definition();
    return BaselineDefined.newBuilder()
        .setBaselineId(baseline.id().value().toString())
        .setWorkspaceId(definition.workspaceId())
        .setWorkspace(definition.workspace())
        .setName(definition.name())
        .setKind(BaselineKind.valueOf(definition.type().name()))
        .setTasks(tasks(definition))
        .setPriority(definition.priority())
        .setCommittedTimes(committed(definition))
        .setAlertMarginMinutes(Math.toIntExact(definition.alertMargin().toMinutes()))
        .setTimeZone(definition.zone().getId())
        .setEffectiveFrom(baseline.openedThrough().plusDays(1).toString())
        .build();
  }

  static BaselineState state(Baseline baseline) {
    BaselineDefinition definition = baseline.definition();
    return BaselineState.newBuilder()
        .setBaselineId(baseline.id().value().toString())
        .setWorkspaceId(definition.workspaceId())
        .setWorkspace(definition.workspace())
        .setName(definition.name())
        .setKind(BaselineKind.valueOf(definition.type().name()))
        .setTasks(tasks(definition))
        .setPriority(definition.priority())
        .setCommittedTimes(committed(definition))
        .setAlertMarginMinutes(Math.toIntExact(definition.alertMargin().toMinutes()))
        .setTimeZone(definition.zone().getId())
        .setOpenedThrough(baseline.openedThrough().toString())
        .setDefinedAt(baseline.definedAt())
        .build();
  }

  private static List<String> committed(BaselineDefinition definition) {
    return definition.committed().stream().map(CommittedTime::text).toList();
  }

  private static List<BaselineTask> tasks(BaselineDefinition definition) {
    return definition.tasks().stream()
        .map(
            task -> {
              NodeId node = task.node();
              return BaselineTask.newBuilder()
                  .setWorkflowId(task.workflow().value())
                  .setWorkflow(task.workflowName())
                  .setNodeId(node == null ? null : node.value())
                  .setNode(task.nodeName())
                  .build();
            })
        .toList();
  }
}
