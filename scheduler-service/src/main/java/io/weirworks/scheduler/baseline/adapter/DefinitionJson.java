package io.weirworks.scheduler.baseline.adapter;

import io.weirworks.scheduler.baseline.BaselineDefinition;
import io.weirworks.scheduler.baseline.BaselineTask;
import io.weirworks.scheduler.baseline.BaselineType;
import io.weirworks.scheduler.baseline.CommittedTime;
import io.weirworks.scheduler.identity.NodeId;
import io.weirworks.scheduler.identity.WorkflowId;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A definition under the names that the JSON columns have for ever.
 *
 * @param committed minutes since the day's midnight
 * @param alertMargin minutes
 */
record DefinitionJson(
    String workspaceId,
    String workspace,
    String name,
    BaselineType type,
    List<TaskJson> tasks,
    int priority,
    List<Integer> committed,
    long alertMargin,
    String zone) {

  /** A task; node null: all nodes of the workflow. */
  record TaskJson(
      String workflowId, String workflow, @Nullable String nodeId, @Nullable String node) {

    static TaskJson of(BaselineTask task) {
      NodeId node = task.node();
      return new TaskJson(
          task.workflow().value(),
          task.workflowName(),
          node == null ? null : node.value(),
          task.nodeName());
    }

    BaselineTask task() {
      return new BaselineTask(
          new WorkflowId(workflowId), workflow, nodeId == null ? null : new NodeId(nodeId), node);
    }
  }

  static DefinitionJson of(BaselineDefinition definition) {
    return new DefinitionJson(
        definition.workspaceId(),
        definition.workspace(),
        definition.name(),
        definition.type(),
        definition.tasks().stream().map(TaskJson::of).toList(),
        definition.priority(),
        definition.committed().stream().map(CommittedTime::minutes).toList(),
        definition.alertMargin().toMinutes(),
        definition.zone().getId());
  }

  BaselineDefinition definition() {
    return new BaselineDefinition(
        workspaceId,
        workspace,
        name,
        type,
        tasks.stream().map(TaskJson::task).toList(),
        priority,
        committed.stream().map(CommittedTime::new).toList(),
        Duration.ofMinutes(alertMargin),
        ZoneId.of(zone));
  }
}
