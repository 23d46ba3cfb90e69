package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.MarquezAnswers.API;
import static io.weirworks.lineage.service.MarquezAnswers.DATASET;
import static io.weirworks.lineage.service.MarquezAnswers.OF_JOB;
import static io.weirworks.lineage.service.MarquezAnswers.RUN;
import static io.weirworks.lineage.service.MarquezAnswers.encoded;
import static io.weirworks.lineage.service.MarquezAnswers.hasFields;
import static io.weirworks.lineage.service.MarquezAnswers.node;
import static io.weirworks.lineage.service.MarquezAnswers.texts;
import static io.weirworks.lineage.service.RunningLineage.PATIENCE;
import static io.weirworks.lineage.service.RunningLineage.awaitAllRead;
import static io.weirworks.lineage.service.RunningLineage.get;
import static io.weirworks.lineage.service.RunningLineage.json;
import static io.weirworks.lineage.service.RunningLineage.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.lineage.service.Pipeline.NodeRun;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What Marquez's clients ask, and the fields that its web client reads of the answers. */
class MarquezTest {

  private static final Pipeline PIPELINE = new Pipeline("marquez");
  private static final String JOB = API + "/namespaces/demo/jobs/flights.clean";

  @BeforeAll
  static void runThePipeline() throws Exception {
    for (NodeRun run : PIPELINE.runs()) {
      tell(PIPELINE, run);
    }
    awaitAllRead(PIPELINE, "marker");
  }

  @Test
  void clientWalksFromNamespacesToTheRunsOfAJob() throws Exception {
    // when
    JsonNode namespaces = json(API + "/namespaces").path("namespaces");
    JsonNode datasets = json(API + "/namespaces/hive/datasets?limit=1000&offset=0");
    JsonNode graph = json(API + "/lineage/?nodeId=dataset:hive:marquez.clean&depth=1");
    JsonNode job = node(graph, "job:demo:flights.clean");
    JsonNode runs = json(JOB + "/runs?limit=10&offset=0").path("runs");

    // then
    assertThat(texts(namespaces, "name")).contains("hive", "file", "demo");
    hasFields(namespaces.get(0), "createdAt", "updatedAt", "ownerName", "description", "isHidden");
    assertThat(texts(datasets.path("datasets"), "name")).contains("marquez.raw", "marquez.clean");
    assertThat(datasets.path("totalCount").asInt()).isPositive();
    hasFields(datasets.path("datasets").get(0), DATASET);
    hasFields(job.path("data"), OF_JOB);
    assertThat(texts(job.path("inEdges"), "origin")).contains("dataset:hive:marquez.raw");
    assertThat(texts(job.path("outEdges"), "destination")).contains("dataset:hive:marquez.clean");
    assertThat(texts(runs, "id")).contains("run-marquez-clean");
    hasFields(runs.get(0), RUN);
  }

  @Test
  void runOfOursTellsWhenItEndedAndForWhichDay() throws Exception {
    String path = API + "/jobs/runs/run-marquez-clean";

    assertThat(json(path).path("endedAt").asText()).isEqualTo("2001-01-02T00:00:00Z");
    assertThat(json(path).path("args").path("bizdate").asText()).isEqualTo("2001-01-01");
    assertThat(json(path + "/facets?type=run").path("runId").asText())
        .isEqualTo("run-marquez-clean");
  }

  @Test
  void graphNamesEachEdgeAtBothItsNodes() throws Exception {
    JsonNode graph = json(API + "/lineage?nodeId=job:demo:flights.clean&depth=20");

    for (JsonNode node : graph.path("graph")) {
      for (JsonNode edge : node.path("outEdges")) {
        JsonNode end = node(graph, edge.path("destination").asText());
        assertThat(end.path("inEdges")).contains(edge);
      }
    }
    hasFields(node(graph, "dataset:hive:marquez.clean").path("data"), DATASET);
    node(graph, "dataset:hive:marquez.report");
  }

  @Test
  void datasetTellsItsColumnsAndWhatTheyAreMadeFrom() throws Exception {
    // when
    JsonNode clean = json(API + "/namespaces/hive/datasets/marquez.clean");
    JsonNode files =
        json(API + "/namespaces/file/datasets/" + encoded("/data/marquez/flights.json"));
    JsonNode versions = json(API + "/namespaces/hive/datasets/marquez.clean/versions");

    // then
    assertThat(texts(clean.path("fields"), "name"))
        .containsExactly("flight_date", "origin", "delay", "ds");
    JsonNode date = clean.path("columnLineage").get(1);
    assertThat(date.path("name").asText()).isEqualTo("flight_date");
    assertThat(texts(date.path("inputFields"), "field")).contains("date");
    assertThat(files.path("physicalName").asText()).isEqualTo("/data/marquez/flights.json");
    assertThat(versions.path("totalCount").asInt()).isEqualTo(versions.path("versions").size());
    JsonNode latest = versions.path("versions").get(0);
    hasFields(latest, "id", "version", "createdAt", "lifecycleState", "fields", "facets");
    hasFields(latest.path("createdByRun"), RUN);
    assertThat(UUID.fromString(latest.path("version").asText())).isNotNull();
  }

  @Test
  void columnLineageNamesTheFieldsThatAFieldIsMadeFrom() throws Exception {
    // when
    JsonNode graph =
        json(API + "/column-lineage?nodeId=dataset:hive:marquez.clean&depth=2&withDownstream=true");
    JsonNode upstream =
        json(API + "/column-lineage?nodeId=datasetField:hive:marquez.delays:avg_delay");

    // then
    String field = "datasetField:hive:marquez.clean:flight_date";
    JsonNode date = node(graph, field);
    assertThat(date.path("type").asText()).isEqualTo("DATASET_FIELD");
    hasFields(date.path("data"), "namespace", "dataset", "datasetVersion", "field", "fieldType");
    JsonNode input = date.path("data").path("inputFields").get(0);
    assertThat(input.path("field").asText()).isEqualTo("date");
    assertThat(input.path("transformationType").asText()).isEqualTo("TRANSFORMATION");
    assertThat(input.path("transformationDescription").asText()).contains("to_date");
    assertThat(texts(date.path("inEdges"), "destination"))
        .containsExactly("datasetField:hive:marquez.raw:date");
    assertThat(
            texts(
                node(graph, "datasetField:hive:marquez.raw:date").path("outEdges"), "destination"))
        .contains(field);
    node(graph, "datasetField:hive:marquez.delays:avg_delay");
    assertThat(texts(upstream.path("graph"), "id"))
        .contains("datasetField:hive:marquez.raw:delay")
        .doesNotContain("datasetField:hive:marquez.report:avg_delay");
  }

  @Test
  void fieldOfFilesIsKnownByWhatIsMadeFromIt() throws Exception {
    String id = "datasetField:file:/data/marquez/flights.json:date";

    JsonNode graph = json(API + "/column-lineage?nodeId=" + encoded(id));

    assertThat(texts(graph.path("graph"), "id")).containsExactly(id);
  }

  @Test
  void searchFindsDatasetsAndJobs() throws Exception {
    JsonNode both = json(API + "/search/?q=CLEAN&sort=NAME&limit=100");
    JsonNode jobs = json(API + "/search?q=clean&filter=JOB&namespace=demo&sort=UPDATE_AT");

    assertThat(texts(both.path("results"), "nodeId"))
        .contains("dataset:hive:marquez.clean", "job:demo:flights.clean");
    assertThat(texts(jobs.path("results"), "type")).containsOnly("JOB");
    hasFields(jobs.path("results").get(0), "name", "namespace", "nodeId", "type", "updatedAt");
    assertThat(jobs.path("totalCount").asInt()).isEqualTo(jobs.path("results").size());
  }

  @Test
  void listsAreBounded() throws Exception {
    assertThat(json(API + "/jobs?limit=1").path("jobs")).hasSize(1);
    assertThat(texts(json(API + "/jobs?lastRunStates=FAILED&limit=1000").path("jobs"), "name"))
        .doesNotContain("flights.report");
    assertThat(texts(json(API + "/sources").path("sources"), "type")).contains("HIVE", "FILE");
    assertThat(json(API + "/sources/hive").path("name").asText()).isEqualTo("hive");
    assertThat(json(API + "/namespaces/hive").path("name").asText()).isEqualTo("hive");
    assertThat(json(API + "/namespaces/demo/jobs").path("totalCount").asInt()).isPositive();
    hasFields(json(JOB), OF_JOB);
  }

  @Test
  void latestRunOfAnEngineOfOthersIsKnown() throws Exception {
    // given
    String run = UUID.randomUUID().toString();
    RunningLineage.post(
        API + "/lineage",
        """
        {"eventType":"COMPLETE","eventTime":"2026-11-20T06:00:00Z","producer":"t","schemaURL":"t",
         "run":{"runId":"%s"},"job":{"namespace":"spark","name":"app.insert"},
         "inputs":[{"namespace":"hive","name":"marquez.raw"}],
         "outputs":[{"namespace":"s3://marquez","name":"/out"}]}
        """
            .formatted(run));
    String path = API + "/lineage?nodeId=" + encoded("dataset:s3://marquez:/out");

    // when
    await().atMost(PATIENCE).until(() -> get(path).statusCode() == 200);
    await().atMost(PATIENCE).until(RunningLineage::hasReadAll);

    // then
    node(json(path), "job:spark:app.insert");
    assertThat(json(API + "/jobs/runs/" + run).path("state").asText()).isEqualTo("COMPLETED");
    assertThat(texts(json(API + "/namespaces/spark/jobs/app.insert/runs").path("runs"), "id"))
        .contains(run);
    assertThat(
            json(API + "/namespaces/" + encoded("s3://marquez") + "/datasets/" + encoded("/out"))
                .path("namespace")
                .asText())
        .isEqualTo("s3://marquez");
  }
}
