package io.weirworks.scheduler.backfill.adapter;

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
import io.weirworks.contract.scheduler.BackfillOrder;
import io.weirworks.contract.scheduler.StartBackfill;
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

/** Backfills, each as the contract's BackfillState. */
@Controller("/backfills")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BackfillController {

  private final Listing<BackfillRow> listing;
  private final Asking asking;

  BackfillController(DataSource database, Asking asking) {
    this.listing = new Listing<>(database, BackfillKind.BACKFILL);
    this.asking = asking;
  }

  /**
   * Lists backfills, newest first.
   *
   * @param workflow name of a workflow
   * @param status RUNNING, SUCCESS, FAILURE or CANCELLED
   * @param size items of a page, 1 to 500
   * @param after what the page before gave as next
   */
  @Get
  Page list(
      @QueryValue @Nullable String workflow,
      @QueryValue @Nullable String status,
      @QueryValue(defaultValue = "100") int size,
      @QueryValue @Nullable String after) {
    Map<String, @Nullable String> filters = Listing.filters();
    filters.put("workflow", workflow);
    filters.put("status", HttpInput.filter("status", status, FlowStatus.class));
    return listing.page(filters, size, after);
  }

  /** One backfill. */
  @Get("/{id}")
  Optional<Map<String, @Nullable Object>> one(String id) {
    return listing.one(id);
  }

  /**
   * Asks for a backfill; the contract's StartBackfill.
   *
   * @param fromBizdate first business date, yyyy-MM-dd
   * @param toBizdate last business date, yyyy-MM-dd, itself included
   * @param parallelism business dates at once, 1 to 10; null: 1
   * @param order ASC or DESC; null: ASC
   * @param parameters constants that replace parameters of these names
   */
  @Serdeable
  record NewBackfill(
      @Nullable String workspace,
      @Nullable String workflow,
      @Nullable String fromBizdate,
      @Nullable String toBizdate,
      @Nullable Integer parallelism,
      @Nullable String order,
      @Nullable Map<String, String> parameters,
      @Nullable String name) {}

  /** Starts a backfill. */
  @Post
  CompletableFuture<HttpResponse<CommandOutcome>> start(
      @Body NewBackfill wanted, HttpHeaders headers) {
    String order =
        HttpInput.name(
            "order", wanted.order() == null ? "ASC" : wanted.order(), BackfillOrder.class);
    String workspace = CommandBody.required("workspace", wanted.workspace());
    String workflow = CommandBody.required("workflow", wanted.workflow());
    StartBackfill command =
        StartBackfill.newBuilder()
            .setWorkspace(workspace)
            .setWorkflow(workflow)
            .setFromBizdate(CommandBody.required("fromBizdate", wanted.fromBizdate()))
            .setToBizdate(CommandBody.required("toBizdate", wanted.toBizdate()))
            .setParallelism(wanted.parallelism() == null ? 1 : wanted.parallelism())
            .setOrder(BackfillOrder.valueOf(order))
            .setParameters(wanted.parameters() == null ? Map.of() : wanted.parameters())
            .setName(wanted.name())
            .build();
    return asking.ask(command, workflow, workspace, headers);
  }
}
