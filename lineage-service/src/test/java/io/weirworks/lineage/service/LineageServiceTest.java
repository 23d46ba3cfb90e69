package io.weirworks.lineage.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.weirworks.contract.executor.Statement;
import io.weirworks.contract.lineage.LineageGap;
import io.weirworks.contract.lineage.LineageRecorded;
import io.weirworks.contract.lineage.RunLineageState;
import io.weirworks.contract.lineage.TableLineageState;
import io.weirworks.contract.lineage.TableLineageUpdated;
import io.weirworks.infra.testing.Infra;
import io.weirworks.lineage.service.Kafka.Heard;
import io.weirworks.lineage.service.Pipeline.NodeRun;
import io.weirworks.messaging.hosting.ServiceHost;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The real service on a real broker and database, driven by the contract alone. */
class LineageServiceTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private static ApplicationContext context;
  private static Kafka kafka;
  private static URI address;

  @BeforeAll
  static void start() throws Exception {
    Infra infra = Infra.shared();
    String schema = infra.freshSchema("lineage");
    kafka = new Kafka(infra.broker().bootstrapServers());
    kafka.removeTopics();
    context =
        ServiceHost.start(
            Service.LINEAGE,
            Map.of(
                "micronaut.server.port", 0,
                "weirworks.messaging.partitions", 4,
                "kafka.bootstrap.servers", infra.broker().bootstrapServers(),
                "datasources.default.url", infra.database().jdbcUrl(schema),
                "datasources.default.username", infra.database().user(),
                "datasources.default.password", infra.database().password()));
    address = context.getBean(EmbeddedServer.class).getURI();
  }

  @AfterAll
  static void stop() {
    context.close();
    kafka.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static JsonNode json(String path) throws Exception {
    return JSON.readTree(get(path).body());
  }

  private static void tell(Pipeline pipeline, NodeRun run) throws Exception {
    kafka.tell(pipeline.workflowInstance(), run.id(), 3, pipeline.succeeded(run));
  }

  /** A run behind all others of its workflow instance: once its table is known, they were read. */
  private static void awaitAllRead(Pipeline pipeline, String marker) throws Exception {
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
    await()
        .atMost(PATIENCE)
        .until(() -> edges(pipeline, "report", "avg_delay", "upstream").size() >= 4);
  }

  private static List<String> edges(
      Pipeline pipeline, String table, String column, String direction) throws Exception {
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
  private static String graph(Pipeline pipeline) throws Exception {
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

  private static List<Heard> of(List<Heard> heard, Pipeline pipeline) {
    return heard.stream().filter(one -> one.subject().contains(pipeline.database())).toList();
  }

  @Test
  void reportColumnIsTracedBackToTheRawFile() throws Exception {
    // given
    Pipeline pipeline = new Pipeline("traced");
    for (NodeRun run : pipeline.runs()) {
      tell(pipeline, run);
    }

    // when
    awaitAllRead(pipeline, "marker");

    // then
    assertThat(edges(pipeline, "report", "avg_delay", "upstream"))
        .containsExactly(
            "DB.delays.avg_delay -> DB.report.avg_delay IDENTITY 1",
            "DB.clean.delay -> DB.delays.avg_delay AGGREGATION 2",
            "DB.raw.delay -> DB.clean.delay IDENTITY 3",
            "path:/data/DB/flights.json.delay -> DB.raw.delay IDENTITY 4");
    assertThat(
            json("/lineage/columns/path:%2Fdata%2Ftraced%2Fflights.json/delay?direction=downstream&depth=2")
                .path("edges"))
        .hasSize(2);
    assertThat(json("/lineage/tables/%60Traced%60.REPORT?depth=2").path("upstream"))
        .extracting(edge -> edge.path("source").asText())
        .containsExactlyInAnyOrder(
            "traced.airports", "traced.delays", "path:/data/traced/airports.csv", "traced.clean");
    assertThat(json("/tables?search=traced.").path("tables"))
        .extracting(table -> table.path("id").asText())
        .containsExactly(
            "traced.airports",
            "traced.clean",
            "traced.delays",
            "traced.marker",
            "traced.raw",
            "traced.report");
    stateTopicShowsTheSame(pipeline);
    eventsAreWholeAndInOrder(pipeline);
  }

  private static void stateTopicShowsTheSame(Pipeline pipeline) {
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              List<Heard> state = of(kafka.read(TopicKind.STATE), pipeline);
              TableLineageState report =
                  Kafka.values(state, TableLineageState.class).stream()
                      .filter(table -> table.getDataset().getId().equals("traced.report"))
                      .reduce((first, second) -> second)
                      .orElseThrow();
              assertThat(report.getColumns())
                  .extracting(column -> column.getName())
                  .containsExactly("airport", "avg_delay", "ds");
              assertThat(report.getUpstream())
                  .extracting(edge -> edge.getDataset().getId())
                  .containsExactlyInAnyOrder("traced.delays", "traced.airports");
              assertThat(Kafka.values(state, RunLineageState.class))
                  .anySatisfy(
                      run -> {
                        assertThat(run.getNode()).isEqualTo("report");
                        assertThat(run.getStatements()).isEqualTo(3);
                        assertThat(run.getRecorded()).isEqualTo(3);
                        assertThat(run.getGaps()).isZero();
                      });
            });
  }

  private static void eventsAreWholeAndInOrder(Pipeline pipeline) {
    List<Heard> events = of(kafka.read(TopicKind.EVENTS), pipeline);
    assertThat(Kafka.sequences(events))
        .allSatisfy(
            (subject, sequences) ->
                assertThat(sequences)
                    .as(subject)
                    .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, sequences.size()).boxed().toList()));
    assertThat(events)
        .allSatisfy(
            event -> {
              assertThat(event.actor()).isEqualTo("user:ada");
              assertThat(event.cause()).isNotEmpty();
            });
    assertThat(Kafka.values(events, LineageRecorded.class))
        .anySatisfy(
            recorded -> {
              assertThat(recorded.getNode()).isEqualTo("delays");
              assertThat(recorded.getStatementIndex()).isEqualTo(1);
              assertThat(recorded.getOutputs())
                  .extracting(output -> output.getId())
                  .containsExactly("traced.delays");
            });
    assertThat(Kafka.values(events, TableLineageUpdated.class)).isNotEmpty();
  }

  @Test
  void anyOrderAndAnyRepetitionOfRunsGivesTheSameGraph() throws Exception {
    // given
    Pipeline inOrder = new Pipeline("inorder");
    for (NodeRun run : inOrder.runs()) {
      tell(inOrder, run);
    }
    awaitAllRead(inOrder, "marker");

    // when
    Pipeline shuffled = new Pipeline("mixedup");
    List<NodeRun> runs = new ArrayList<>(shuffled.runs().reversed());
    runs.addAll(shuffled.runs());
    Collections.shuffle(runs, new Random(7));
    for (NodeRun run : runs) {
      tell(shuffled, run);
    }
    awaitAllRead(shuffled, "marker");

    // then
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(graph(shuffled)).isEqualTo(graph(inOrder)));
  }

  @Test
  void runThatIsToldAgainTellsNothing() throws Exception {
    // given
    Pipeline pipeline = new Pipeline("again");
    for (NodeRun run : pipeline.runs()) {
      tell(pipeline, run);
    }
    awaitAllRead(pipeline, "marker");
    int before = of(kafka.read(TopicKind.EVENTS), pipeline).size();

    // when
    for (NodeRun run : pipeline.runs()) {
      tell(pipeline, run);
    }
    awaitAllRead(pipeline, "marker2");

    // then
    assertThat(of(kafka.read(TopicKind.EVENTS), pipeline))
        .as("the second marker's run and table only")
        .hasSize(before + 2);
  }

  @Test
  void failedRunConfirmsNothing() throws Exception {
    // given
    Pipeline pipeline = new Pipeline("failing");
    NodeRun failed = pipeline.runs().get(1);
    kafka.tell(pipeline.workflowInstance(), failed.id(), 3, pipeline.failed(failed));
    tell(pipeline, pipeline.runs().get(0));

    // when
    await().atMost(PATIENCE).until(() -> get("/lineage/tables/failing.raw").statusCode() == 200);

    // then
    HttpResponse<String> clean = get("/lineage/tables/failing.clean");
    assertThat(clean.statusCode()).isEqualTo(404);
    assertThat(clean.body()).contains("\"NotFound\"", "failing.clean");
    assertThat(of(kafka.read(TopicKind.EVENTS), pipeline))
        .noneSatisfy(event -> assertThat(event.subject()).isEqualTo(failed.id()));
  }

  @Test
  void longScriptIsToldWholeAndOnce() throws Exception {
    // given
    Pipeline pipeline = new Pipeline("lengthy");
    List<Statement> statements = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      statements.add(
          Pipeline.statement(i, "INSERT INTO lengthy.t SELECT x FROM lengthy.s" + i % 10));
    }
    tell(pipeline, new NodeRun("run-lengthy-1", "long", statements, 0));
    tell(pipeline, new NodeRun("run-lengthy-1", "long", statements, 0));

    // when
    NodeRun behind =
        new NodeRun(
            "run-lengthy-2", "behind", List.of(Pipeline.statement(0, "DROP TABLE lengthy.s0")), 0);
    tell(pipeline, behind);

    // then
    await()
        .atMost(PATIENCE)
        .until(
            () ->
                kafka.read(TopicKind.EVENTS).stream()
                    .anyMatch(event -> event.subject().equals("run-lengthy-2")));
    List<Heard> ofRun =
        kafka.read(TopicKind.EVENTS).stream()
            .filter(event -> event.subject().equals("run-lengthy-1"))
            .toList();
    assertThat(Kafka.values(ofRun, LineageRecorded.class))
        .extracting(LineageRecorded::getStatementIndex)
        .containsExactlyElementsOf(IntStream.range(0, 500).boxed().toList());
    assertThat(ofRun)
        .extracting(Heard::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 500).boxed().toList());
    JsonNode run = json("/lineage/runs/run-lengthy-1");
    assertThat(run.path("statements").asInt()).isEqualTo(500);
    assertThat(run.path("recorded").asInt()).isEqualTo(500);
    assertThat(run.path("coverage").asDouble()).isEqualTo(1.0);
  }

  @Test
  void whatIsNotKnownIsToldAsAGap() throws Exception {
    // given
    Pipeline pipeline = new Pipeline("gappy");
    String secret = "INSERT INTO gappy.t SELECT 1";
    NodeRun run =
        new NodeRun(
            "run-gappy-1",
            "gaps",
            List.of(
                Pipeline.statement(0, "CREATE TABLE gappy.t (x INT)"),
                Pipeline.statement(1, "INSRT INTO gappy.t VALUES (1)"),
                Pipeline.notCarried(2, secret)),
            11);

    // when
    tell(pipeline, run);

    // then
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () -> {
              List<LineageGap> gaps =
                  Kafka.values(of(kafka.read(TopicKind.EVENTS), pipeline), LineageGap.class);
              assertThat(gaps)
                  .extracting(LineageGap::getStatementIndex, LineageGap::getCode)
                  .containsExactly(
                      org.assertj.core.groups.Tuple.tuple(1, "SyntaxError"),
                      org.assertj.core.groups.Tuple.tuple(2, "TextNotCarried"),
                      org.assertj.core.groups.Tuple.tuple(null, "TextNotCarried"));
              assertThat(gaps.get(1).getMessage()).contains(Pipeline.sha256(secret));
            });
  }

  @Test
  void wrongParametersAreRefusedWithWhatWouldBeRight() throws Exception {
    HttpResponse<String> direction = get("/lineage/columns/a.b/c?direction=sideways");
    assertThat(direction.statusCode()).isEqualTo(400);
    assertThat(direction.body())
        .contains("InvalidParameter", "direction", "sideways", "upstream and downstream");
    assertThat(get("/lineage/tables/a.b?depth=0").statusCode()).isEqualTo(400);
    assertThat(get("/lineage/tables/a..b").body()).contains("InvalidParameter", "a..b");
    assertThat(get("/tables?limit=5000").statusCode()).isEqualTo(400);
  }

  @Test
  void healthMetricsAndTheApiPageAnswer() throws Exception {
    await()
        .atMost(PATIENCE)
        .untilAsserted(() -> assertThat(get("/health/readiness").body()).contains("\"UP\""));
    assertThat(get("/prometheus").body()).contains("weirworks_messaging_shards_owned");
    assertThat(get("/swagger/lineage-1.yml").body())
        .contains(
            "/lineage/tables/{name}:",
            "/lineage/columns/{table}/{column}:",
            "/tables:",
            "/lineage/runs/{id}:");
  }
}
