package io.weirworks.scheduler.operation.adapter;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.messaging.hosting.CommandOutcome;
import io.weirworks.scheduler.adapter.Asking;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** What operators ask of one node instance (dataworks-semantics 5.1), and what was asked so far. */
@Controller("/instances")
@ExecuteOn(TaskExecutors.BLOCKING)
final class OperationController {

  private final Asking asking;
  private final LoggedOperations logged;

  OperationController(Asking asking, DataSource database) {
    this.asking = asking;
    this.logged = new LoggedOperations(database);
  }

  /** Runs an instance that has ended again, and of its downstream what is asked for. */
  @Post("/{id}/rerun")
  CompletableFuture<HttpResponse<CommandOutcome>> rerun(
      String id, @Body @Nullable OperationBody body, HttpHeaders headers) {
    return ask(Action.RERUN, id, body, headers);
  }

  /** Lets an instance that failed count as successful. */
  @Post("/{id}/set-success")
  CompletableFuture<HttpResponse<CommandOutcome>> setSuccess(
      String id, @Body @Nullable OperationBody body, HttpHeaders headers) {
    return ask(Action.SET_SUCCESS, id, body, headers);
  }

  /** Does not begin an instance until it is unfrozen. */
  @Post("/{id}/freeze")
  CompletableFuture<HttpResponse<CommandOutcome>> freeze(
      String id, @Body @Nullable OperationBody body, HttpHeaders headers) {
    return ask(Action.FREEZE, id, body, headers);
  }

  /** Lets a frozen instance go on. */
  @Post("/{id}/unfreeze")
  CompletableFuture<HttpResponse<CommandOutcome>> unfreeze(
      String id, @Body @Nullable OperationBody body, HttpHeaders headers) {
    return ask(Action.UNFREEZE, id, body, headers);
  }

  /** Changes how urgent an instance is that has not begun. */
  @Post("/{id}/priority")
  CompletableFuture<HttpResponse<CommandOutcome>> priority(
      String id, @Body OperationBody body, HttpHeaders headers) {
    return ask(Action.PRIORITY, id, body, headers);
  }

  /** Lets an instance that has not run wait no longer for some of its upstream. */
  @Post("/{id}/remove-dependency")
  CompletableFuture<HttpResponse<CommandOutcome>> removeDependency(
      String id, @Body OperationBody body, HttpHeaders headers) {
    return ask(Action.REMOVE_DEPENDENCY, id, body, headers);
  }

  /** Begins an instance now, whatever upstream and clock say. */
  @Post("/{id}/force-start")
  CompletableFuture<HttpResponse<CommandOutcome>> forceStart(
      String id, @Body @Nullable OperationBody body, HttpHeaders headers) {
    return ask(Action.FORCE_START, id, body, headers);
  }

  /**
   * What operators did to a node instance or a workflow instance, the latest first.
   *
   * @param size items of a page, 1 to 500
   * @param after what the page before gave as next
   */
  @Get("/{id}/operations")
  LoggedOperations.OperationPage operations(
      String id, @QueryValue(defaultValue = "100") int size, @QueryValue @Nullable Long after) {
    return logged.page(id, size, after);
  }

  private CompletableFuture<HttpResponse<CommandOutcome>> ask(
      Action action, String id, @Nullable OperationBody body, HttpHeaders headers) {
    OperationBody said = body == null ? OperationBody.NONE : body;
    return asking.ask(said.command(action, id), id, null, headers);
  }
}
