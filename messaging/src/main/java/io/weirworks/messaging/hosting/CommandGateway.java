package io.weirworks.messaging.hosting;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.ServiceDefinition;
import io.weirworks.messaging.client.Command;
import io.weirworks.messaging.client.CommandClient;
import io.weirworks.messaging.client.Reply;
import io.weirworks.messaging.wire.EnvelopeHeaders;
import io.weirworks.schemas.CommandError;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * HTTP writes are commands: publish, await the reply, and after 10 s answer 202 with the address
 * where the outcome will stand (DESIGN 3.7).
 */
@Singleton
public final class CommandGateway {

  /** Header that says who asks. */
  static final String ACTOR = "X-Weirworks-Actor";

  /** Header of the idempotency key. */
  static final String IDEMPOTENCY_KEY = "Idempotency-Key";

  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int SHOWN = 60;

  private final CommandClient client;
  private final ServiceDefinition definition;

  CommandGateway(CommandClient client, ServiceDefinition definition) {
    this.client = client;
    this.definition = definition;
  }

  /**
   * Asks the service itself. What no record could carry is answered with 400 and published nowhere.
   *
   * @param actor who asks, as HTTP proved it; at most 255 characters
   * @param commandId idempotency key that the caller chose, if any; at most 100 characters
   */
  public CompletableFuture<HttpResponse<CommandOutcome>> ask(
      SpecificRecord value,
      String key,
      @Nullable String workspace,
      String actor,
      @Nullable String commandId) {
    String source = definition.service().source() + "/http";
    Command fresh = Command.of(definition.service(), source, actor, key, workspace, value);
    Command command =
        commandId == null
            ? fresh
            : new Command(fresh.to(), commandId, source, actor, key, workspace, value);
    Optional<Rejection> unusable =
        unusable(IDEMPOTENCY_KEY, command.id(), EnvelopeHeaders.LONGEST_ID)
            .or(() -> unusable(ACTOR, actor, EnvelopeHeaders.LONGEST_ACTOR));
    if (unusable.isPresent()) {
      return CompletableFuture.completedFuture(
          HttpResponse.badRequest(CommandOutcome.rejected(command.id(), unusable.get())));
    }
    return client
        .send(command)
        .thenApply(CommandGateway::response)
        .completeOnTimeout(pending(command.id()), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .whenComplete((response, error) -> client.forget(command.id()));
  }

  /** Why this header's value cannot go into a record, if it cannot. */
  static Optional<Rejection> unusable(String header, String value, int longest) {
    if (!value.isBlank() && value.length() <= longest) {
      return Optional.empty();
    }
    return Optional.of(
        new Rejection(
            CommandError.INVALID_PARAMETER.code(),
            "%s has %d characters; 1 to %d, not all blank, are allowed"
                .formatted(header, value.length(), longest),
            header,
            value.substring(0, Math.min(value.length(), SHOWN))));
  }

  private static HttpResponse<CommandOutcome> pending(String id) {
    return HttpResponse.<CommandOutcome>accepted(URI.create("/commands/" + id))
        .body(CommandOutcome.pending(id));
  }

  private static HttpResponse<CommandOutcome> response(Reply reply) {
    CommandOutcome outcome = CommandOutcome.of(reply);
    return switch (reply) {
      case Reply.Accepted _ -> HttpResponse.ok(outcome);
      case Reply.Rejected(var _, Rejection rejection) ->
          HttpResponse.<CommandOutcome>status(status(rejection.code())).body(outcome);
    };
  }

  private static HttpStatus status(String code) {
    return switch (code) {
      case Rejection.CONFLICT, Rejection.IDEMPOTENCY_KEY_REUSED -> HttpStatus.CONFLICT;
      case Rejection.NOT_FOUND -> HttpStatus.NOT_FOUND;
      case Rejection.TOO_LARGE -> HttpStatus.REQUEST_ENTITY_TOO_LARGE;
      default -> HttpStatus.UNPROCESSABLE_ENTITY;
    };
  }
}
