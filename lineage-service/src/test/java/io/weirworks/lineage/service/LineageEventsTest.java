package io.weirworks.lineage.service;

import static io.weirworks.lineage.service.RunningLineage.KAFKA;
import static io.weirworks.lineage.service.RunningLineage.PATIENCE;
import static io.weirworks.lineage.service.RunningLineage.awaitAllRead;
import static io.weirworks.lineage.service.RunningLineage.json;
import static io.weirworks.lineage.service.RunningLineage.of;
import static io.weirworks.lineage.service.RunningLineage.tell;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.weirworks.contract.executor.Statement;
import io.weirworks.contract.lineage.LineageGap;
import io.weirworks.contract.lineage.LineageRecorded;
import io.weirworks.lineage.service.Kafka.Heard;
import io.weirworks.lineage.service.Pipeline.NodeRun;
import io.weirworks.schemas.TopicKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What is told of a run, and that it is told once. */
class LineageEventsTest {

  @Test
  void runThatIsToldAgainTellsNothing() throws Exception {
    // given
    Pipeline pipeline = new Pipeline("again");
    for (NodeRun run : pipeline.runs()) {
      tell(pipeline, run);
    }
    awaitAllRead(pipeline, "marker");
    int before = of(KAFKA.read(TopicKind.EVENTS), pipeline).size();

    // when
    for (NodeRun run : pipeline.runs()) {
      tell(pipeline, run);
    }
    awaitAllRead(pipeline, "marker2");

    // then
    assertThat(of(KAFKA.read(TopicKind.EVENTS), pipeline))
        .as("the second marker's run, its table, and that its engine may still tell something")
        .hasSize(before + 3);
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
                KAFKA.read(TopicKind.EVENTS).stream()
                    .anyMatch(event -> event.subject().equals("run-lengthy-2")));
    List<Heard> ofRun =
        KAFKA.read(TopicKind.EVENTS).stream()
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
                  Kafka.values(of(KAFKA.read(TopicKind.EVENTS), pipeline), LineageGap.class);
              assertThat(gaps)
                  .extracting(LineageGap::getStatementIndex, LineageGap::getCode)
                  .containsExactly(
                      tuple(1, "SyntaxError"),
                      tuple(2, "TextNotCarried"),
                      tuple(null, "TextNotCarried"));
              assertThat(gaps.get(1).getMessage()).contains(Pipeline.sha256(secret));
            });
  }
}
