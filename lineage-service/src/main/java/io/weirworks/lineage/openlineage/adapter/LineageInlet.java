package io.weirworks.lineage.openlineage.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Error;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.exceptions.ContentLengthExceededException;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.lineage.openlineage.NotAnEventException;
import io.weirworks.lineage.openlineage.Refusal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;

/** Takes OpenLineage events over HTTP, as Marquez does. */
@Controller("/api/v1/lineage")
final class LineageInlet {

  private static final int MOST_BYTES = 1 << 20;
  private static final int KIB = 1 << 10;

  /** What is on its way to the broker at one time, in KiB. */
  private final Semaphore room = new Semaphore(64 << 10);

  private final ApiKeys keys;
  private final Inlet inlet;
  private final Pace pace;
  private final Counter taken;
  private final Counter refused;

  LineageInlet(ApiKeys keys, Inlet inlet, Pace pace, MeterRegistry registry) {
    this.keys = keys;
    this.inlet = inlet;
    this.pace = pace;
    this.taken = registry.counter("weirworks.lineage.openlineage.taken", "door", "http");
    this.refused = registry.counter("weirworks.lineage.openlineage.refused", "door", "http");
  }

  /**
   * One event of the specification 2-0-2: RunEvent, JobEvent or DatasetEvent. 201 once the broker
   * has it, up to 2 s later while very many wait to be decided; 400 for what is no event, 401
   * without a known key, 413 above 1 MiB, 503 where it cannot be taken now or no key is configured.
   *
   * @param authorization {@code Bearer <API key>}
   */
  @Post(consumes = MediaType.ALL, produces = MediaType.APPLICATION_JSON)
  @ExecuteOn(TaskExecutors.BLOCKING)
  CompletableFuture<HttpResponse<Answer>> take(
      @Body byte @Nullable [] body,
      @Header(HttpHeaders.AUTHORIZATION) @Nullable String authorization) {
    byte[] event = body == null ? new byte[0] : body;
    return switch (keys.check(authorization)) {
      case CLOSED ->
          answer(
              HttpStatus.SERVICE_UNAVAILABLE,
              Answer.of(
                  "NoKeysConfigured",
                  "this server is not on loopback and no API key is configured, so that nobody may"
                      + " post events; see weirworks.lineage.openlineage.api-keys"));
      case UNKNOWN_KEY ->
          answer(
              HttpStatus.UNAUTHORIZED,
              Answer.of(
                  "Unauthorized", "Authorization: Bearer <API key> with a known key is needed"));
      case ALLOWED -> event.length > MOST_BYTES ? tooLarge(event.length) : published(event);
    };
  }

  private CompletableFuture<HttpResponse<Answer>> published(byte[] event) {
    int size = event.length / KIB + 1;
    if (!room.tryAcquire(size)) {
      refused.increment();
      return CompletableFuture.completedFuture(
          HttpResponse.<Answer>status(HttpStatus.SERVICE_UNAVAILABLE)
              .header(HttpHeaders.RETRY_AFTER, "1")
              .body(Answer.of("Busy", "too many events are on their way; send it again later")));
    }
    CompletableFuture<Void> sent;
    try {
      sent = inlet.take(new String(event, UTF_8));
    } catch (NotAnEventException e) {
      room.release(size);
      return answer(HttpStatus.BAD_REQUEST, Answer.of(e.refusal()));
    } catch (KafkaException e) {
      sent = CompletableFuture.failedFuture(e);
    }
    return sent.whenComplete((done, error) -> room.release(size))
        .thenCompose(done -> pace.turn())
        .handle((done, error) -> error == null ? created() : unavailable());
  }

  private HttpResponse<Answer> created() {
    taken.increment();
    return HttpResponse.status(HttpStatus.CREATED);
  }

  private HttpResponse<Answer> unavailable() {
    return HttpResponse.<Answer>status(HttpStatus.SERVICE_UNAVAILABLE)
        .body(Answer.of("Unavailable", "the broker did not take the event; send it again later"));
  }

  private CompletableFuture<HttpResponse<Answer>> tooLarge(long bytes) {
    return answer(HttpStatus.REQUEST_ENTITY_TOO_LARGE, tooLargeAnswer(bytes + " bytes"));
  }

  private static Answer tooLargeAnswer(String size) {
    return Answer.of(
        new Refusal(
            Refusal.Code.TOO_LARGE, "$", size, "an event of at most " + MOST_BYTES + " bytes"));
  }

  /** What is so large that the server does not read it to its end. */
  @Error(exception = ContentLengthExceededException.class)
  HttpResponse<Answer> tooLarge(HttpRequest<?> request, ContentLengthExceededException e) {
    refused.increment();
    return HttpResponse.<Answer>status(HttpStatus.REQUEST_ENTITY_TOO_LARGE)
        .body(tooLargeAnswer("more"));
  }

  private CompletableFuture<HttpResponse<Answer>> answer(HttpStatus status, Answer answer) {
    refused.increment();
    return CompletableFuture.completedFuture(HttpResponse.<Answer>status(status).body(answer));
  }
}
