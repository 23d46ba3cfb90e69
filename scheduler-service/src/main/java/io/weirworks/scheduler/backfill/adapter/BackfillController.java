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
import io.weirworks.contract.scheduler.BeginBackfill;
import io.weirworks.contract.scheduler.PauseBackfill;
import io.weirworks.contract.scheduler.ResumeBackfill;
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

  /** Starts or plans a backfill. */
  @Post
  CompletableFuture<HttpResponse<CommandOutcome>> start(
      @Body NewBackfill wanted, HttpHeaders headers) {
    StartBackfill command = wanted.command();
    return asking.ask(command, command.getWorkflow(), command.getWorkspace(), headers);
  }

  /** Names the plan that is to begin. */
  @Serdeable
  record SeenPlan(@Nullable String planHash) {}

  /** Begins a planned backfill. */
  @Post("/{id}/begin")
  CompletableFuture<HttpResponse<CommandOutcome>> begin(
      String id, @Body SeenPlan seen, HttpHeaders headers) {
    String planHash = CommandBody.required("planHash", seen.planHash());
    return asking.ask(new BeginBackfill(id, planHash), id, null, headers);
  }

  /** Why, for the history. */
  @Serdeable
  record Why(@Nullable String reason) {}

  /** Lets a backfill begin no further dates for now. */
  @Post("/{id}/pause")
  CompletableFuture<HttpResponse<CommandOutcome>> pause(
      String id, @Body Why why, HttpHeaders headers) {
    return asking.ask(new PauseBackfill(id, why.reason()), id, null, headers);
  }

  /** Lets a paused backfill go on. */
  @Post("/{id}/resume")
  CompletableFuture<HttpResponse<CommandOutcome>> resume(String id, HttpHeaders headers) {
    return asking.ask(new ResumeBackfill(id), id, null, headers);
  }
}
