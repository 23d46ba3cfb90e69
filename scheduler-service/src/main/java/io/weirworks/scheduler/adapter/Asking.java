package io.weirworks.scheduler.adapter;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.weirworks.messaging.hosting.CommandGateway;
import io.weirworks.messaging.hosting.CommandOutcome;
import jakarta.inject.Singleton;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Publishes what HTTP asks and awaits the reply. Who asks stands in {@code X-Weirworks-Actor}, the
 * idempotency key in {@code Idempotency-Key}.
 */
@Singleton
public final class Asking {

  private static final String ACTOR = "X-Weirworks-Actor";
  private static final String IDEMPOTENCY_KEY = "Idempotency-Key";
  private static final String ANONYMOUS = "user:anonymous";

  private final CommandGateway gateway;

  public Asking(CommandGateway gateway) {
    this.gateway = gateway;
  }

  /**
   * Publishes a command.
   *
   * @param key record key; the service finds the shard by the value
   */
  public CompletableFuture<HttpResponse<CommandOutcome>> ask(
      SpecificRecord command, String key, @Nullable String workspace, HttpHeaders headers) {
    return gateway.ask(command, key, workspace, actor(headers), headers.get(IDEMPOTENCY_KEY));
  }

  /**
   * Publishes one of the commands of one request.
   *
   * @param key record key, which tells it from the others: it is part of its idempotency key
   */
  public CompletableFuture<HttpResponse<CommandOutcome>> askOneOf(
      SpecificRecord command, String key, HttpHeaders headers) {
    String idempotencyKey = headers.get(IDEMPOTENCY_KEY);
    return gateway.ask(
        command,
        key,
        null,
        actor(headers),
        idempotencyKey == null ? null : idempotencyKey + "/" + key);
  }

  private static String actor(HttpHeaders headers) {
    String actor = headers.get(ACTOR);
    return actor == null ? ANONYMOUS : actor;
  }
}
