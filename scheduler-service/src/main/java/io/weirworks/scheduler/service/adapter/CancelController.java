package io.weirworks.scheduler.service.adapter;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.contract.scheduler.CancelInstance;
import io.weirworks.messaging.hosting.CommandOutcome;
import io.weirworks.scheduler.adapter.Asking;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Cancels whatever has the id: a node instance, a workflow instance or a backfill. */
@Controller("/instances")
@ExecuteOn(TaskExecutors.BLOCKING)
final class CancelController {

  private final Asking asking;

  CancelController(Asking asking) {
    this.asking = asking;
  }

  /**
   * Why somebody cancels.
   *
   * @param reason for the history; null: nobody says
   */
  @Serdeable
  record Cancellation(@Nullable String reason) {}

  /** Cancels an instance. */
  @Post("/{id}/cancel")
  CompletableFuture<HttpResponse<CommandOutcome>> cancel(
      String id, @Body @Nullable Cancellation cancellation, HttpHeaders headers) {
    String reason = cancellation == null ? null : cancellation.reason();
    return asking.ask(new CancelInstance(id, reason), id, null, headers);
  }
}
