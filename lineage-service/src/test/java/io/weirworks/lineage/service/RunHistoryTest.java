package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.MarquezAnswers.API;
import static io.weirworks.lineage.service.MarquezAnswers.node;
import static io.weirworks.lineage.service.MarquezAnswers.texts;
import static io.weirworks.lineage.service.RunningLineage.KAFKA;
import static io.weirworks.lineage.service.RunningLineage.PATIENCE;
import static io.weirworks.lineage.service.RunningLineage.bean;
import static io.weirworks.lineage.service.RunningLineage.get;
import static io.weirworks.lineage.service.RunningLineage.json;
import static io.weirworks.lineage.service.RunningLineage.post;
import static io.weirworks.lineage.service.RunsOfOthers.awaitRun;
import static io.weirworks.lineage.service.RunsOfOthers.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.contract.executor.RunFailed;
import io.weirworks.contract.executor.RunStarted;
import io.weirworks.contract.executor.RunSucceeded;
import io.weirworks.lineage.openlineage.EventReader;
import io.weirworks.lineage.openlineage.NotAnEventException;
import io.weirworks.lineage.openlineage.OpenLineageEvent;
import io.weirworks.lineage.run.history.KnownRun;
import io.weirworks.lineage.run.history.adapter.RunHistory;
import io.weirworks.lineage.service.Pipeline.NodeRun;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;

/** Runs as runs: in whatever state, told in whatever order, ours and those of others. */
class RunHistoryTest {

  private static final String[] TYPES = {"START", "RUNNING", "COMPLETE", "FAIL", "ABORT", "OTHER"};

  private static final Pipeline PIPELINE = new Pipeline("history");
  private static final NodeRun GOOD = PIPELINE.runs().get(1);

  private static KnownRun read(String event) {
    try {
      return KnownRun.of(((OpenLineageEvent.OfRun) EventReader.read(event)).event());
    } catch (NotAnEventException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void databaseMergesAnyOrderAndRepetitionAsTheDomainDoes() throws Exception {
    // given
    Random random = new Random(20261120);
    List<KnownRun> expected = new ArrayList<>();
    List<String> events = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      List<String> told = someOf(new UUID(random.nextLong(), random.nextLong()), random);
      expected.add(told.stream().map(RunHistoryTest::read).reduce(KnownRun::with).orElseThrow());
      events.addAll(told);
      events.add(told.get(random.nextInt(told.size())));
    }
    Collections.shuffle(events, random);

    // when
    for (String event : events) {
      assertThat(post(API + "/lineage", event).statusCode()).isEqualTo(201);
    }

    // then
    RunHistory history = bean(RunHistory.class);
    for (KnownRun run : expected) {
      await()
          .atMost(PATIENCE)
          .untilAsserted(() -> assertThat(history.find(run.id())).isEqualTo(Optional.of(run)));
    }
  }

  private static List<String> someOf(UUID run, Random random) {
    List<String> told = new ArrayList<>();
    for (int j = 0; j <= random.nextInt(6); j++) {
      String time = "2026-11-20T06:00:0%d.12%dZ".formatted(random.nextInt(10), random.nextInt(9));
      String type = TYPES[random.nextInt(TYPES.length)];
      String job = "job" + random.nextInt(3);
      String from = "merged.in" + random.nextInt(3);
      told.add(event(type, run.toString(), time, job, from, "merged.out" + j));
    }
    return told;
  }

  @Test
  void runOfOthersThatFailedIsARunAndConfirmsNothing() throws Exception {
    // given
    String run = UUID.randomUUID().toString();
    String failing = "failing." + run.charAt(0);

    // when
    post(API + "/lineage", event("START", run, "2026-11-20T06:00:00Z", failing, "f.a", "f.b"));
    awaitRun(run, "RUNNING");
    post(API + "/lineage", event("FAIL", run, "2026-11-20T06:00:05Z", failing, "f.a", "f.b"));
    awaitRun(run, "FAILED");

    // then
    JsonNode job = json(API + "/namespaces/etl/jobs/" + failing);
    assertThat(job.path("latestRun").path("durationMs").asLong()).isEqualTo(5_000);
    assertThat(job.path("latestRuns")).hasSize(1);
    assertThat(job.path("parentJobName").asText()).isEqualTo("dag");
    assertThat(texts(job.path("outputs"), "name")).containsExactly("f.b");
    assertThat(texts(json(API + "/jobs?lastRunStates=FAILED&limit=1000").path("jobs"), "name"))
        .contains(failing);
    assertThat(
            texts(json(API + "/namespaces/etl/jobs?lastRunStates=COMPLETED").path("jobs"), "name"))
        .doesNotContain(failing);
    JsonNode graph = json(API + "/lineage?nodeId=job:etl:" + failing);
    assertThat(node(graph, "job:etl:" + failing).path("outEdges")).isEmpty();
    assertThat(json(API + "/column-lineage?nodeId=job:etl:" + failing).path("graph")).isEmpty();
    assertThat(get("/lineage/tables/f.b").statusCode()).as("R58").isEqualTo(404);
    JsonNode shown = json(API + "/jobs/runs/" + run);
    assertThat(shown.path("nominalStartTime").asText()).isEqualTo("2026-11-19T00:00:00Z");
    assertThat(shown.path("facets").path("parent").isObject()).isTrue();
  }

  @Test
  void runsOfOursAreShownFromTheirStartToWhateverEnd() throws Exception {
    // given
    NodeRun bad = new NodeRun("run-history-bad", "clean", GOOD.statements(), 0);
    Instant begun = Instant.parse("2001-01-01T23:59:50Z");

    // when
    tell(bad, 2, started(PIPELINE, bad, begun));
    awaitRun(bad.id(), "RUNNING");
    tell(bad, 3, RunFailed.newBuilder(PIPELINE.failed(bad)).setStartedAt(begun).build());
    awaitRun(bad.id(), "FAILED");

    // then
    JsonNode shown = json(API + "/jobs/runs/" + bad.id());
    assertThat(shown.path("durationMs").asLong()).isEqualTo(10_000);
    assertThat(shown.path("args").path("code").asText()).isEqualTo("NonZeroExit");
    assertThat(shown.path("args").path("bizdate").asText()).isEqualTo("2001-01-01");
  }

  @Test
  void runsOfAJobAreListedTheLatestFirst() throws Exception {
    // given
    NodeRun before = new NodeRun("run-history-before", "clean", GOOD.statements(), 0);
    Instant begun = Instant.parse("2001-01-01T23:59:50Z");

    // when
    for (NodeRun run : List.of(before, GOOD)) {
      Instant start = run.equals(GOOD) ? begun.plusSeconds(5) : begun;
      tell(run, 3, RunSucceeded.newBuilder(PIPELINE.succeeded(run)).setStartedAt(start).build());
      awaitRun(run.id(), "COMPLETED");
    }

    // then
    JsonNode own = json("/lineage/jobs/demo/flights.clean/runs?limit=1000");
    JsonNode run = MarquezAnswers.all(own.path("runs"), "/runId", GOOD.id()).getFirst();
    assertThat(run.path("durationMs").asLong()).isEqualTo(5_000);
    assertThat(run.path("inputs")).extracting(JsonNode::asText).containsExactly("history.raw");
    assertThat(run.path("outputs")).extracting(JsonNode::asText).containsExactly("history.clean");
    assertThat(texts(own.path("runs"), "runId")).containsSubsequence(GOOD.id(), before.id());
    assertThat(own.path("totalCount").asInt()).isEqualTo(own.path("runs").size());
    assertThat(get("/lineage/jobs/demo/nobody/runs").statusCode()).isEqualTo(404);
    assertThat(get("/lineage/jobs/demo/flights.clean/runs?offset=-1").statusCode()).isEqualTo(400);
  }

  private static void tell(NodeRun run, long sequence, SpecificRecord event) throws Exception {
    KAFKA.tell(PIPELINE.workflowInstance(), run.id(), sequence, event);
  }

  private static RunStarted started(Pipeline pipeline, NodeRun run, Instant at) {
    return RunStarted.newBuilder()
        .setRunId(run.id())
        .setAttempt(1)
        .setNodeInstanceId("ni-" + run.id())
        .setWorkflowInstanceId(pipeline.workflowInstance())
        .setHolder("runner")
        .setEpoch(1)
        .setStartedAt(at)
        .setWorkspace("demo")
        .setWorkflow("flights")
        .setNode(run.node())
        .setBizdate("2001-01-01")
        .build();
  }
}
