package io.weirworks.scheduler.service.adapter;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.contract.scheduler.TriggerNode;
import io.weirworks.messaging.hosting.CommandBody;
import io.weirworks.messaging.hosting.CommandOutcome;
import io.weirworks.scheduler.adapter.Asking;
import io.weirworks.scheduler.adapter.HttpInput;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Takes signals for HTTP trigger nodes. */
@Controller("/node-triggers")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TriggerController {

  private final Asking asking;

  TriggerController(Asking asking) {
    this.asking = asking;
  }

  /**
   * A signal; the contract's TriggerNode.
   *
   * @param scheduledTime of the instance, such as 2025-11-01T02:30:00Z
   * @param bizdate business date, yyyy-MM-dd; null: the day before the scheduled time
   */
  @Serdeable
  record Trigger(
      @Nullable String workspace,
      @Nullable String workflow,
      @Nullable String node,
      @Nullable String scheduledTime,
      @Nullable String bizdate) {}

  /** Triggers an instance of an HTTP trigger node. */
  @Post
  CompletableFuture<HttpResponse<CommandOutcome>> trigger(
      @Body Trigger trigger, HttpHeaders headers) {
    String workspace = CommandBody.required("workspace", trigger.workspace());
    String workflow = CommandBody.required("workflow", trigger.workflow());
    TriggerNode command =
        TriggerNode.newBuilder()
            .setWorkspace(workspace)
            .setWorkflow(workflow)
            .setNode(CommandBody.required("node", trigger.node()))
            .setScheduledTime(time(CommandBody.required("scheduledTime", trigger.scheduledTime())))
            .setBizdate(trigger.bizdate())
            .build();
    return asking.ask(command, workflow, workspace, headers);
  }

  private static Instant time(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw HttpInput.bad("scheduledTime is '" + text + "'; write it as 2025-11-01T02:30:00Z");
    }
  }
}
