package io.weirworks.acceptance.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weirworks.acceptance.checker.Checker;
import io.weirworks.acceptance.program.Program;
import io.weirworks.acceptance.program.Weirworks;
import io.weirworks.acceptance.topics.PlainConsumer;
import io.weirworks.contract.scheduler.WorkflowInstanceCompleted;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import io.weirworks.schemas.UndecodableException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The scheduler's process is killed again and again in the middle of a large backfill. */
class KilledBackfillTest {

  private static final int DATES = Integer.getInteger("dates", 400);
  private static final int KILLS = Integer.getInteger("kills", 2);
  private static final long SEED = Long.getLong("seed", 20261120);
  private static final Duration LIMIT = Duration.ofMinutes(15);
  private static final LocalDate FROM = LocalDate.of(2020, 1, 1);

  private static Weirworks platform;

  @BeforeAll
  static void backfillWithKills() throws Exception {
    platform = Weirworks.fresh("killed-backfill");
    platform.typed("up", "--detach", "--processes");
    platform.typed("send", "CreateWorkspace", "{\"name\": \"default\"}");
    Path flow = platform.folder("flow").resolve("steps.json");
    Files.writeString(
        flow,
        """
        {"version": "2.0.0", "kind": "ManualWorkflow", "spec": {"workflows": [{"id": "steps", "name": "steps",
          "script": {"runtime": {"command": "WORKFLOW"}},
          "nodes": [
            {"id": "first", "name": "first", "script": {"runtime": {"command": "VIRTUAL"}}},
            {"id": "second", "name": "second", "script": {"runtime": {"command": "VIRTUAL"}}}],
          "dependencies": [{"nodeId": "second", "depends": [{"nodeId": "first"}]}]}]}}
        """);
    platform.typed("deploy", flow.toString());
    try (Program backfill =
        platform.start(
            "backfill",
            "steps",
            "--from",
            FROM.toString(),
            "--to",
            FROM.plusDays(DATES - 1L).toString(),
            "--parallel",
            "10",
            "--wait")) {
      Random random = new Random(SEED);
      for (int kill = 1; kill <= KILLS; kill++) {
        int ended = kill * DATES / (KILLS + 1) + random.nextInt(DATES / 20);
        await().atMost(LIMIT).until(() -> completed().size() >= ended || !backfill.isAlive());
        platform.kill("scheduler");
        platform.typed("up", "--detach");
      }
      backfill.endsWell(LIMIT);
    }
  }

  @AfterAll
  static void down() {
    platform.close();
  }

  /** Each event once, though after a kill it may be published again (I4). */
  private static Collection<WorkflowInstanceCompleted> completed() throws UndecodableException {
    AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());
    Map<String, WorkflowInstanceCompleted> completed = new LinkedHashMap<>();
    try (PlainConsumer events =
        new PlainConsumer(
            platform.bootstrapServers(), List.of(Service.SCHEDULER.topic(TopicKind.EVENTS)))) {
      for (ConsumerRecord<String, byte[]> record : events.readToEnd()) {
        if (codec.decode(record.value()) instanceof WorkflowInstanceCompleted end) {
          completed.put(PlainConsumer.header(record, CloudEventHeaders.ID), end);
        }
      }
    }
    return completed.values();
  }

  /** I1, I4, I6: all that began has ended, each exactly once. */
  @Test
  void invariantsHold() {
    assertThat(Checker.checkEnded(platform.bootstrapServers())).isEmpty();
  }

  @Test
  void eachDateEndsOnceAndNoneIsMissing() throws Exception {
    assertThat(completed())
        .extracting(WorkflowInstanceCompleted::getBizdate)
        .containsExactlyInAnyOrderElementsOf(
            FROM.datesUntil(FROM.plusDays(DATES)).map(LocalDate::toString).toList());
    assertThat(completed())
        .allSatisfy(end -> assertThat(end.getCounts().getSucceeded()).isEqualTo(2));
  }
}
