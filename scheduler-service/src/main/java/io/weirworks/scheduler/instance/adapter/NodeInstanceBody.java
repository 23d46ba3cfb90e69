package io.weirworks.scheduler.instance.adapter;

import io.weirworks.scheduler.instance.NodeInstance;
import io.weirworks.scheduler.instance.Wait;
import io.weirworks.scheduler.parameter.ParameterValues;
import io.weirworks.scheduler.workflow.adapter.WorkflowNames;
import io.weirworks.scheduler.workflowinstance.WorkflowInstanceType;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What nobody filters node instances by, as JSON.
 *
 * @param scheduledTime milliseconds since the epoch
 * @param parameters values by name; null where they are by position
 * @param positionalParameters values by position; null where they are by name
 * @param waiters null: nobody waits for it
 */
record NodeInstanceBody(
    String workspaceId,
    String workspace,
    String workflowId,
    int version,
    WorkflowInstanceType type,
    @Nullable String backfillId,
    String node,
    String command,
    @Nullable String loop,
    long scheduledTime,
    boolean dryRun,
    int priority,
    boolean cancelRequested,
    List<String> blockedBy,
    @Nullable Map<String, String> parameters,
    @Nullable List<String> positionalParameters,
    @Nullable List<Waiter> waiters,
    boolean setSuccess) {

  static NodeInstanceBody of(NodeInstanceRow row) {
    NodeProfile profile = row.profile();
    NodeProgress progress = row.progress();
    return new NodeInstanceBody(
        profile.names().workspaceId(),
        profile.names().workspace(),
        profile.workflow(),
        profile.version(),
        profile.type(),
        profile.backfill(),
        profile.node(),
        profile.command(),
        profile.loop(),
        profile.scheduledTime().toEpochMilli(),
        profile.dryRun(),
        profile.priority(),
        progress.cancelRequested(),
        progress.blockedBy(),
        progress.parameters() instanceof ParameterValues.Named(var values)
            ? new LinkedHashMap<>(values)
            : null,
        progress.parameters() instanceof ParameterValues.Positional(var values) ? values : null,
        row.waiters().isEmpty() ? null : row.waiters(),
        progress.setSuccess());
  }

  NodeInstanceRow row(
      NodeInstance node,
      String workflow,
      String bizdate,
      Instant createdAt,
      NodeTimes times,
      @Nullable Wait wait,
      @Nullable Instant waitingSince) {
    NodeProfile profile =
        new NodeProfile(
            new WorkflowNames(workspaceId, workspace, workflow),
            workflowId,
            version,
            type,
            backfillId,
            this.node,
            command,
            loop,
            bizdate,
            Instant.ofEpochMilli(scheduledTime),
            dryRun,
            priority,
            createdAt);
    ParameterValues values =
        positionalParameters != null
            ? new ParameterValues.Positional(positionalParameters)
            : new ParameterValues.Named(parameters == null ? Map.of() : parameters);
    return new NodeInstanceRow(
        node,
        profile,
        new NodeProgress(blockedBy, values, times, wait, waitingSince, cancelRequested, setSuccess),
        waiters == null ? List.of() : waiters);
  }
}
