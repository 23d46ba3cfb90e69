package io.weirworks.scheduler.operation.adapter;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.messaging.hosting.CommandBody;
import io.weirworks.messaging.hosting.CommandOutcome;
import io.weirworks.scheduler.adapter.Asking;
import io.weirworks.scheduler.adapter.HttpInput;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The same operation on many instances: one command for each, each with an outcome of its own;
 * partial success is normal (dataworks-semantics 5.1).
 */
@Controller("/instances")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BatchController {

  private static final int MOST = 100;

  private final Asking asking;

  BatchController(Asking asking) {
    this.asking = asking;
  }

  /**
   * What is asked of whom.
   *
   * @param action RERUN, SET_SUCCESS, FREEZE, UNFREEZE, PRIORITY, REMOVE_DEPENDENCY, FORCE_START or
   *     CANCEL
   * @param instanceIds 1 to 100 of them
   */
  @Serdeable
  record Batch(
      @Nullable String action,
      @Nullable List<String> instanceIds,
      @Nullable String comment,
      @Nullable String downstream,
      @Nullable List<String> nodes,
      @Nullable Integer priority,
      @Nullable List<String> upstreamInstanceIds) {

    OperationBody body() {
      return new OperationBody(comment, downstream, nodes, priority, upstreamInstanceIds);
    }
  }

  /**
   * What became of one.
   *
   * @param success it was accepted
   * @param message why not, or where its outcome will stand if it was not decided within 10 s
   * @param code why not, for programs
   */
  @Serdeable
  record Outcome(String id, boolean success, @Nullable String message, @Nullable String code) {

    static Outcome of(String id, @Nullable CommandOutcome outcome) {
      if (outcome == null) {
        return new Outcome(id, false, "There is no outcome.", null);
      }
      return switch (outcome.status()) {
        case "ACCEPTED" -> new Outcome(id, true, null, null);
        case "PENDING" ->
            new Outcome(id, false, "Not decided yet; see /commands/" + outcome.commandId(), null);
        default -> new Outcome(id, false, outcome.message(), outcome.code());
      };
    }
  }

  /** Asks the same of many instances. An Idempotency-Key is that of each with the instance's id. */
  @Post("/batch")
  CompletableFuture<HttpResponse<List<Outcome>>> ask(@Body Batch batch, HttpHeaders headers) {
    Action action =
        Action.valueOf(
            HttpInput.name("action", CommandBody.required("action", batch.action()), Action.class));
    List<String> ids =
        CommandBody.required("instanceIds", batch.instanceIds()).stream().distinct().toList();
    if (ids.isEmpty() || ids.size() > MOST) {
      throw HttpInput.bad(
          "instanceIds has %d ids; 1 to %d are allowed".formatted(ids.size(), MOST));
    }
    OperationBody body = batch.body();
    List<CompletableFuture<Outcome>> asked =
        ids.stream()
            .map(
                id ->
                    asking
                        .askOneOf(body.command(action, id), id, headers)
                        .thenApply(answer -> Outcome.of(id, answer.body())))
            .toList();
    return CompletableFuture.allOf(asked.toArray(CompletableFuture[]::new))
        .thenApply(_ -> HttpResponse.ok(asked.stream().map(CompletableFuture::join).toList()));
  }
}
