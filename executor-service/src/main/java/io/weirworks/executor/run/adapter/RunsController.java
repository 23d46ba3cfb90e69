package io.weirworks.executor.run.adapter;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.exceptions.HttpStatusException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.contract.executor.CancelRun;
import io.weirworks.contract.executor.RunStatus;
import io.weirworks.messaging.hosting.CommandGateway;
import io.weirworks.messaging.hosting.CommandOutcome;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Runs: what there is of them, and cancelling one. */
@Controller("/runs")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RunsController {

  private static final int MOST = 500;

  private final RunQueries runs;
  private final CommandGateway gateway;

  RunsController(RunQueries runs, CommandGateway gateway) {
    this.runs = runs;
    this.gateway = gateway;
  }

  /** Why a run is cancelled, as somebody says. */
  @Serdeable
  record CancelRequest(@Nullable String reason) {}

  /**
   * Runs, the youngest first.
   *
   * @param workflowInstance only those of this workflow instance
   * @param status only those in this status, such as RUNNING
   * @param limit at most so many, 1 to 500
   * @param offset how many to leave out
   * @return a page of runs
   */
  @Get
  RunPage list(
      @Nullable @QueryValue String workflowInstance,
      @Nullable @QueryValue String status,
      @QueryValue(defaultValue = "100") int limit,
      @QueryValue(defaultValue = "0") int offset)
      throws SQLException {
    if (limit < 1 || limit > MOST || offset < 0) {
      throw badRequest(
          "limit %d must be 1 to %d and offset %d not negative".formatted(limit, MOST, offset));
    }
    return runs.list(workflowInstance, status == null ? null : status(status), limit, offset);
  }

  private static RunStatus status(String text) {
    return Arrays.stream(RunStatus.values())
        .filter(one -> one.name().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                badRequest(
                    "status '%s' must be one of %s"
                        .formatted(text, Arrays.toString(RunStatus.values()))));
  }

  private static HttpStatusException badRequest(String message) {
    return new HttpStatusException(HttpStatus.BAD_REQUEST, message);
  }

  /**
   * One run.
   *
   * @param id of the run
   * @return the run
   */
  @Get("/{id}")
  Optional<RunView> one(String id) throws SQLException {
    return runs.find(id);
  }

  /**
   * Asks to stop a run; no automatic rerun follows.
   *
   * @param id of the run
   * @param request why
   * @param actor who asks
   * @param idempotencyKey the same key again has no second effect
   * @return how the command was answered
   */
  @Post("/{id}/cancel")
  CompletableFuture<HttpResponse<CommandOutcome>> cancel(
      String id,
      @Nullable @Body CancelRequest request,
      @Header(name = "X-Weirworks-Actor", defaultValue = "user:anonymous") String actor,
      @Nullable @Header("Idempotency-Key") String idempotencyKey) {
    CancelRun command = new CancelRun(id, request == null ? null : request.reason());
    return gateway.ask(command, id, null, actor, idempotencyKey);
  }
}
