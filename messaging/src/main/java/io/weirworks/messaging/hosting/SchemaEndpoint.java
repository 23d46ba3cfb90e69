package io.weirworks.messaging.hosting;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirworks.messaging.wire.SchemaPendingException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.apache.avro.Schema;

/**
 * Asks the registry's schema endpoint (Confluent REST form) for ids that this version's jar lacks.
 * The answer comes while the shard waits; asking never holds the poll thread.
 */
final class SchemaEndpoint implements IntFunction<Optional<Schema>> {

  private static final Duration PATIENCE = Duration.ofSeconds(3);

  private final URI address;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ObjectMapper json = new ObjectMapper();

  /** Known answers: a schema, or that there is none. */
  private final Map<Integer, Optional<Schema>> answers = new ConcurrentHashMap<>();

  private final Map<Integer, Future<?>> asking = new ConcurrentHashMap<>();

  SchemaEndpoint(URI address) {
    this.address = address;
  }

  /**
   * The schema of this id; empty where the registry says that there is none.
   *
   * @throws SchemaPendingException until the registry has answered
   */
  @Override
  public Optional<Schema> apply(int id) {
    Optional<Schema> known = answers.get(id);
    if (known != null) {
      if (known.isEmpty()) {
        answers.remove(id); // a later registry may know it: ask again for the next record
      }
      return known;
    }
    asking.computeIfAbsent(id, this::ask);
    throw new SchemaPendingException(id);
  }

  private Future<?> ask(int id) {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/schemas/ids/" + id)).timeout(PATIENCE).build();
    return http.sendAsync(request, BodyHandlers.ofString())
        .thenAccept(response -> answered(id, response))
        .whenComplete((done, error) -> asking.remove(id));
  }

  private void answered(int id, HttpResponse<String> response) {
    if (response.statusCode() == 404) {
      answers.put(id, Optional.empty());
    } else if (response.statusCode() == 200) {
      answers.put(id, Optional.of(schema(response.body())));
    }
  }

  private Schema schema(String body) {
    try {
      JsonNode answer = json.readTree(body);
      return new Schema.Parser().parse(answer.path("schema").asText());
    } catch (IOException e) {
      throw new IllegalStateException("the schema endpoint answers no JSON", e);
    }
  }
}
