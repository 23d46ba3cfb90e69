package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.RunningLineage.KAFKA;
import static io.weirworks.lineage.service.RunningLineage.PATIENCE;
import static io.weirworks.lineage.service.RunningLineage.get;
import static io.weirworks.lineage.service.RunningLineage.post;
import static io.weirworks.lineage.service.RunningLineage.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirworks.contract.executor.RunSucceeded;
import io.weirworks.contract.lineage.Dataset;
import io.weirworks.contract.lineage.LineageRecorded;
import io.weirworks.contract.lineage.LineageSource;
import io.weirworks.contract.lineage.RecordOpenLineage;
import io.weirworks.lineage.service.Pipeline.NodeRun;
import io.weirworks.schemas.DeadLetterHeaders;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Events of engines by HTTP, by a topic and by our own command, into the graph. */
class OpenLineageTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static String event(String type, String runId, String from, String to) {
    return """
        {"eventType":"%s","eventTime":"2026-11-20T06:00:00Z","producer":"test","schemaURL":"test",
         "run":{"runId":"%s"},"job":{"namespace":"etl","name":"job.%s"},
         "inputs":[{"namespace":"hive://m","name":"%s"}],
         "outputs":[{"namespace":"hive://m","name":"%s","facets":{"columnLineage":{"fields":{"y":{
           "inputFields":[{"namespace":"hive://m","name":"%s","field":"x","transformations":[
             {"type":"DIRECT","subtype":"IDENTITY"}]}]}}}}}]}
        """
        .formatted(type, runId, to, from, to, from);
  }

  private static List<LineageRecorded> ofEngines(String database) {
    return Kafka.values(KAFKA.read(TopicKind.EVENTS), LineageRecorded.class).stream()
        .filter(recorded -> recorded.getKnownBy() == LineageSource.RUNTIME)
        .filter(
            recorded ->
                recorded.getOutputs().stream()
                    .anyMatch(dataset -> dataset.getId().startsWith(database + ".")))
        .toList();
  }

  private static void awaitTable(String table) {
    await().atMost(PATIENCE).until(() -> get("/lineage/tables/" + table).statusCode() == 200);
  }

  @Test
  void postedRunIsInTheGraphOnceItCompleted() throws Exception {
    // given
    String run = UUID.randomUUID().toString();
    String failed = UUID.randomUUID().toString();

    // when
    assertThat(post("/api/v1/lineage", event("START", run, "http.a", "http.b")).statusCode())
        .isEqualTo(201);
    post("/api/v1/lineage", event("FAIL", failed, "http.a", "http.c"));
    post("/api/v1/lineage", event("COMPLETE", run, "http.a", "http.b"));
    post("/api/v1/lineage", event("COMPLETE", run, "http.a", "http.b"));
    String last = UUID.randomUUID().toString();
    post("/api/v1/lineage", event("COMPLETE", last, "http.a", "http.z"));

    // then
    awaitTable("http.b");
    awaitTable("http.z");
    assertThat(get("/lineage/tables/http.c").statusCode()).isEqualTo(404);
    assertThat(ofEngines("http"))
        .extracting(LineageRecorded::getRunId, recorded -> recorded.getJob().getName())
        .containsExactlyInAnyOrder(tuple(run, "job.http.b"), tuple(last, "job.http.z"));
  }

  @Test
  void tableThatOneEngineReadsMeetsTheFilesThatAnotherWrites() throws Exception {
    // given
    String symlink =
        "\"facets\":{\"symlinks\":{\"identifiers\":[{\"namespace\":\"hive://m\","
            + "\"name\":\"symlinked.t\",\"type\":\"TABLE\"}]}}";
    String files = "\"namespace\":\"s3://symlinked\",\"name\":\"/t\"";
    String reads =
        event("COMPLETE", UUID.randomUUID().toString(), "symlinked.t", "symlinked.z")
            .replace(
                "\"namespace\":\"hive://m\",\"name\":\"symlinked.t\"}],\n",
                files + "," + symlink + "}],\n");
    String writes =
        event("COMPLETE", UUID.randomUUID().toString(), "symlinked.a", "symlinked.t")
            .replace("\"namespace\":\"hive://m\",\"name\":\"symlinked.t\"", files);

    // when
    post("/api/v1/lineage", writes);
    post("/api/v1/lineage", reads);

    // then
    awaitTable("symlinked.z");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(get("/lineage/tables/symlinked.z?depth=3").body())
                    .contains("symlinked.a"));
  }

  @Test
  void whatIsNoEventIsAnsweredWithWhatIsWrong() throws Exception {
    HttpResponse<String> refused =
        post("/api/v1/lineage", "{\"run\":{\"runId\":\"7\"},\"job\":{}}");
    HttpResponse<String> tooLarge = post("/api/v1/lineage", " ".repeat((1 << 20) + 1));
    HttpResponse<String> farTooLarge = post("/api/v1/lineage", " ".repeat(3 << 20));

    assertThat(refused.statusCode()).isEqualTo(400);
    JsonNode answer = JSON.readTree(refused.body());
    assertThat(answer.path("code").asText()).isEqualTo("InvalidField");
    assertThat(answer.path("field").asText()).isEqualTo("$.run.runId");
    assertThat(tooLarge.statusCode()).isEqualTo(413);
    assertThat(JSON.readTree(tooLarge.body()).path("code").asText()).isEqualTo("TooLarge");
    assertThat(farTooLarge.statusCode()).isEqualTo(413);
  }

  @Test
  void ourRunsEvidenceCountsOnceTheRunSucceededAndNeverIfItFailed() throws Exception {
    // given
    Pipeline pipeline = new Pipeline("evidence");
    NodeRun good = pipeline.runs().get(1);
    NodeRun bad = new NodeRun("run-evidence-bad", "bad", good.statements(), 0);
    KAFKA.order(pipeline.workflowInstance(), record(pipeline, bad.id(), "evidence.bad"));
    KAFKA.order(pipeline.workflowInstance(), record(pipeline, good.id(), "evidence.clean"));

    // when
    KAFKA.tell(pipeline.workflowInstance(), bad.id(), 3, pipeline.failed(bad));
    tell(pipeline, good);
    await().atMost(PATIENCE).until(() -> !ofEngines("evidence").isEmpty());
    NodeRun late = pipeline.runs().get(2);
    tell(pipeline, late);
    KAFKA.order(pipeline.workflowInstance(), record(pipeline, late.id(), "evidence.late"));

    // then
    awaitTable("evidence.late");
    assertThat(ofEngines("evidence"))
        .extracting(
            LineageRecorded::getRunId,
            LineageRecorded::getNode,
            recorded -> recorded.getOutputs().stream().map(Dataset::getId).toList())
        .containsExactly(
            tuple(good.id(), "clean", List.of("evidence.clean")),
            tuple(late.id(), "delays", List.of("evidence.late")));
  }

  private static RecordOpenLineage record(Pipeline pipeline, String run, String table) {
    return RecordOpenLineage.newBuilder()
        .setOrderingKey(pipeline.workflowInstance())
        .setRunId(run)
        .setEvents(List.of(event("COMPLETE", UUID.randomUUID().toString(), "evidence.raw", table)))
        .build();
  }

  private static String parent(String event, String run, String workflowInstance) {
    String job = "\"job\":{\"namespace\":\"demo\",\"name\":\"flights.load\"}";
    return event.replace(
        "\"},\"job\"",
        """
        ","facets":{"parent":{"run":{"runId":"%s"},%s,"root":{"run":{"runId":"%s"},%s}}}},"job"\
        """
            .formatted(run, job, workflowInstance, job));
  }

  @Test
  void applicationsStatementsAreOfTheRunThatItsOwnEventsName() throws Exception {
    // given
    String instance = "11111111-1b2c-5d3e-8f40-123456789abc";
    String run = "22222222-1b2c-5d3e-8f40-123456789abc";
    String application = UUID.randomUUID().toString();
    String statement = event("COMPLETE", UUID.randomUUID().toString(), "app.a", "app.b");
    Pipeline pipeline = new Pipeline("app");
    NodeRun node = new NodeRun(run, "load", List.of(), 0);

    // when
    post("/api/v1/lineage", parent(statement, application, instance));
    post("/api/v1/lineage", parent(event("START", application, "app.x", "app.y"), run, instance));
    RunSucceeded end =
        RunSucceeded.newBuilder(pipeline.succeeded(node)).setWorkflowInstanceId(instance).build();
    KAFKA.tell(instance, run, 3, end);

    // then
    awaitTable("app.b");
    assertThat(ofEngines("app"))
        .extracting(LineageRecorded::getRunId, LineageRecorded::getWorkflowInstanceId)
        .containsExactly(tuple(run, instance));
    assertThat(get("/lineage/tables/app.y").statusCode())
        .as("the application has not completed")
        .isEqualTo(404);
  }

  @Test
  void topicIsReadOnceItIsThereAndWhatIsNoEventIsPutAside() throws Exception {
    // given
    KAFKA.makeTopic("openlineage.events");

    // when
    KAFKA.write("openlineage.events", "no event");
    KAFKA.write(
        "openlineage.events",
        event("COMPLETE", UUID.randomUUID().toString(), "topic.a", "topic.b"));

    // then
    awaitTable("topic.b");
    await()
        .atMost(PATIENCE)
        .untilAsserted(
            () ->
                assertThat(
                        KAFKA.headers(
                            Service.LINEAGE.topic(TopicKind.DEAD_LETTERS), DeadLetterHeaders.CODE))
                    .contains("NotJson"));
  }
}
