package io.weirworks.lineage.service;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.weirworks.infra.testing.Infra;
import io.weirworks.lineage.service.Kafka.Heard;
import io.weirworks.lineage.service.Pipeline.NodeRun;
import io.weirworks.messaging.hosting.ServiceHost;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * The real service on a real broker and database, driven by the contract alone; started once for
 * all tests of this JVM, which keep to pipelines of their own.
 */
final class RunningLineage {

  static final Duration PATIENCE = Duration.ofSeconds(60);
  static final Kafka KAFKA = new Kafka(Infra.shared().broker().bootstrapServers());

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ApplicationContext CONTEXT = start();
  private static final URI ADDRESS = CONTEXT.getBean(EmbeddedServer.class).getURI();

  private RunningLineage() {}

  private static ApplicationContext start() {
    Infra infra = Infra.shared();
    String schema = infra.freshSchema("lineage");
    KAFKA.removeTopics();
    ApplicationContext context =
        ServiceHost.start(
            Service.LINEAGE,
            Map.of(
                "weirworks.lineage.history-retention",
                "P36500D",
                "weirworks.lineage.run-retention",
                "P36500D",
                "micronaut.server.port",
                0,
                "weirworks.messaging.partitions",
                4,
                "kafka.bootstrap.servers",
                infra.broker().bootstrapServers(),
                "datasources.default.url",
                infra.database().jdbcUrl(schema),
                "datasources.default.username",
                infra.database().user(),
                "datasources.default.password",
                infra.database().password()));
    Runtime.getRuntime().addShutdownHook(new Thread(context::close, "lineage-stop"));
    return context;
  }

  static <T> T bean(Class<T> type) {
    return CONTEXT.getBean(type);
  }

  static HttpResponse<String> get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(ADDRESS.resolve(path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  static HttpResponse<String> post(String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(ADDRESS.resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  static JsonNode json(String path) throws Exception {
    return JSON.readTree(get(path).body());
  }

  static void tell(Pipeline pipeline, NodeRun run) throws Exception {
    KAFKA.tell(pipeline.workflowInstance(), run.id(), 3, pipeline.succeeded(run));
  }

  /** A run behind all others of its workflow instance: once its table is known, they were read. */
  static void awaitAllRead(Pipeline pipeline, String marker) throws Exception {
    NodeRun last =
        new NodeRun(
            "run-" + pipeline.database() + "-" + marker,
            marker,
            List.of(
                Pipeline.statement(
                    0, "CREATE TABLE " + pipeline.database() + "." + marker + " (x INT)")),
            0);
    tell(pipeline, last);
    String path = "/lineage/tables/" + pipeline.database() + "." + marker;
    await().atMost(PATIENCE).until(() -> get(path).statusCode() == 200);
    await().atMost(PATIENCE).until(() -> hasReadAll());
    await()
        .atMost(PATIENCE)
        .until(() -> edges(pipeline, "report", "avg_delay", "upstream").size() >= 4);
    String files = "/lineage/tables/path:%2Fdata%2F" + pipeline.database() + "%2Fflights.json";
    await().atMost(PATIENCE).until(() -> get(files).statusCode() == 200);
  }

  /** Whether the graph has read every event that is there. */
  static boolean hasReadAll() throws Exception {
    JsonNode positions = json("/lineage/graph").path("positions");
    return KAFKA.ends(TopicKind.EVENTS).entrySet().stream()
        .allMatch(end -> positions.path(end.getKey().toString()).asLong(-1) >= end.getValue());
  }

  static List<String> edges(Pipeline pipeline, String table, String column, String direction)
      throws Exception {
    JsonNode graph =
        json(
            "/lineage/columns/%s.%s/%s?direction=%s"
                .formatted(pipeline.database(), table, column, direction));
    List<String> edges = new ArrayList<>();
    for (JsonNode edge : graph.path("edges")) {
      edges.add(
          "%s.%s -> %s.%s %s %d"
              .formatted(
                  edge.path("sourceDataset").asText(),
                  edge.path("sourceColumn").asText(),
                  edge.path("targetDataset").asText(),
                  edge.path("targetColumn").asText(),
                  edge.path("subtype").asText(),
                  edge.path("depth").asInt())
              .replace(pipeline.database(), "DB"));
    }
    return edges;
  }

  /** Everything that HTTP shows of a pipeline's graph, without its name. */
  static String graph(Pipeline pipeline) throws Exception {
    StringBuilder all = new StringBuilder();
    for (String table : List.of("raw", "airports", "clean", "delays", "report")) {
      String path = "/lineage/tables/" + pipeline.database() + "." + table + "?depth=100";
      JsonNode shown = json(path);
      List<String> edges = new ArrayList<>();
      shown.path("upstream").forEach(edge -> edges.add("up " + edge));
      shown.path("downstream").forEach(edge -> edges.add("down " + edge));
      Collections.sort(edges);
      all.append(shown.path("table")).append(edges);
      for (JsonNode column : shown.path("table").path("columns")) {
        String name = column.path("name").asText();
        all.append(edges(pipeline, table, name, "upstream").stream().sorted().toList());
        all.append(edges(pipeline, table, name, "downstream").stream().sorted().toList());
      }
    }
    return all.toString().replace(pipeline.database(), "DB");
  }

  static List<Heard> of(List<Heard> heard, Pipeline pipeline) {
    return heard.stream().filter(one -> one.subject().contains(pipeline.database())).toList();
  }
}
