package io.weirworks.scheduler.workflowinstance.adapter;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.contract.scheduler.RunWorkflow;
import io.weirworks.messaging.hosting.CommandBody;
import io.weirworks.messaging.hosting.CommandOutcome;
import io.weirworks.scheduler.adapter.Asking;
import io.weirworks.scheduler.adapter.HttpInput;
import io.weirworks.scheduler.adapter.Listing;
import io.weirworks.scheduler.adapter.Page;
import io.weirworks.scheduler.workflowinstance.FlowStatus;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Workflow instances, each as the contract's WorkflowInstanceState, and manual runs. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class WorkflowInstanceController {

  private final Listing<WorkflowInstanceRow> listing;
  private final Asking asking;

  WorkflowInstanceController(DataSource database, Asking asking) {
    this.listing = new Listing<>(database, WorkflowInstanceKind.WORKFLOW_INSTANCE);
    this.asking = asking;
  }

  /**
   * Lists workflow instances, newest first.
   *
   * @param backfill id of a backfill
   * @param workflow name of a workflow
   * @param bizdate business date, yyyy-MM-dd
   * @param status RUNNING, SUCCESS, FAILURE or CANCELLED
   * @param size items of a page, 1 to 500
   * @param after what the page before gave as next
   */
  @Get("/workflow-instances")
  Page list(
      @QueryValue @Nullable String backfill,
      @QueryValue @Nullable String workflow,
      @QueryValue @Nullable String bizdate,
      @QueryValue @Nullable String status,
      @QueryValue(defaultValue = "100") int size,
      @QueryValue @Nullable String after) {
    Map<String, @Nullable String> filters = Listing.filters();
    filters.put("backfill_id", backfill);
    filters.put("workflow", workflow);
    filters.put("bizdate", bizdate);
    filters.put("status", HttpInput.filter("status", status, FlowStatus.class));
    return listing.page(filters, size, after);
  }

  /** One workflow instance. */
  @Get("/workflow-instances/{id}")
  Optional<Map<String, @Nullable Object>> one(String id) {
    return listing.one(id);
  }

  /**
   * Asks to run a workflow once, now; the contract's RunWorkflow.
   *
   * @param bizdate business date, yyyy-MM-dd
   * @param parameters constants that replace parameters of these names
   * @param node that runs alone, as a test; null: all of the workflow
   */
  @Serdeable
  record WorkflowRun(
      @Nullable String workspace,
      @Nullable String workflow,
      @Nullable String bizdate,
      @Nullable Map<String, String> parameters,
      @Nullable String node) {}

  /** Runs a workflow once, now. */
  @Post("/workflow-runs")
  CompletableFuture<HttpResponse<CommandOutcome>> run(@Body WorkflowRun run, HttpHeaders headers) {
    String workspace = CommandBody.required("workspace", run.workspace());
    String workflow = CommandBody.required("workflow", run.workflow());
    RunWorkflow command =
        RunWorkflow.newBuilder()
            .setWorkspace(workspace)
            .setWorkflow(workflow)
            .setBizdate(CommandBody.required("bizdate", run.bizdate()))
            .setParameters(run.parameters() == null ? Map.of() : run.parameters())
            .setNode(run.node())
            .build();
    return asking.ask(command, workflow, workspace, headers);
  }
}
