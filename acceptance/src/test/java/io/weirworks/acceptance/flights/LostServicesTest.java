package io.weirworks.acceptance.flights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.weirworks.acceptance.checker.Checker;
import io.weirworks.acceptance.checker.Seen;
import io.weirworks.acceptance.program.Program;
import io.weirworks.acceptance.program.Weirworks;
import io.weirworks.acceptance.topics.DocumentedKeys;
import io.weirworks.acceptance.topics.PlainConsumer;
import io.weirworks.examples.subscriber.FollowBackfill;
import io.weirworks.examples.subscriber.LiveInstances;
import io.weirworks.registry.foreign.ForeignClient;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.Topic;
import io.weirworks.schemas.TopicKind;
import io.weirworks.schemas.Topics;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The embedded default: all services in one JVM, which is killed in the middle of a backfill that a
 * subscriber of another team asked for and follows, while another one keeps its table. Then what
 * the topics hold is looked at in every way that the contract names.
 */
class LostServicesTest {

  private static final long SEED = Long.getLong("seed", 20261120);
  private static final LocalDate FROM = LocalDate.of(2001, 1, 1);
  private static final int NODE_INSTANCES = Flights.DATES * Flights.NODES.size();
  private static final JsonMapper JSON = new JsonMapper();

  /** Nobody writes them yet (docs/contract.md); lineage has no commands to reply to. */
  private static final Set<String> EMPTY =
      Set.of(Service.LINEAGE.topic(TopicKind.COMMANDS), Service.LINEAGE.topic(TopicKind.REPLIES));

  private static Weirworks platform;
  private static Flights flights;
  private static Program live;
  private static Program follower;

  @BeforeAll
  static void backfillWithAKill() {
    platform = Weirworks.fresh("one-jvm");
    flights = new Flights(platform);
    platform.typed("up", "--detach");
    flights.deploy();
    String kafka = platform.bootstrapServers();
    live = platform.start(LiveInstances.class, kafka);
    try (Story story = Story.fromNow(kafka)) {
      List<String> words =
          new ArrayList<>(
              List.of(
                  kafka,
                  Flights.WORKSPACE,
                  Flights.WORKFLOW,
                  FROM.toString(),
                  FROM.plusDays(Flights.DATES - 1).toString()));
      words.addAll(flights.parameters());
      follower = platform.start(FollowBackfill.class, words.toArray(String[]::new));
      flights.survive(Kill.draw(SEED, List.of("scheduler")), story, follower);
    }
    // one reply on the executor's topic, too
    assertThat(platform.code("send", "CancelRun", "{\"runId\": \"nobody\"}")).isEqualTo(1);
    awaitQuiet(kafka);
  }

  /** Logs, lineage and states still come when a backfill has ended. */
  private static void awaitQuiet(String kafka) {
    try (PlainConsumer all = new PlainConsumer(kafka, topics())) {
      List<Map<TopicPartition, Long>> last = new ArrayList<>();
      await()
          .atMost(Duration.ofMinutes(1))
          .pollInterval(Duration.ofSeconds(2))
          .until(
              () -> {
                last.add(all.ends());
                return last.size() > 1 && last.getLast().equals(last.get(last.size() - 2));
              });
    }
  }

  @AfterAll
  static void down() {
    live.close();
    platform.close();
  }

  /** All of the contract but the dead letters. */
  private static List<String> topics() {
    return Topics.all().stream()
        .filter(topic -> topic.kind() != TopicKind.DEAD_LETTERS)
        .map(Topic::name)
        .toList();
  }

  @Test
  void everyRunAndNodeInstanceEndsExactlyOnce() {
    flights.invariantsHold();
  }

  @Test
  void figuresOfTheReportAreUnchanged() throws Exception {
    Flights.reportsAreRight(flights.reports(), FROM);
  }

  @Test
  void subscriberFollowsItsBackfillThroughTheKillToItsEnd() {
    assertThat(follower.lines())
        .filteredOn(line -> line.endsWith(" succeeded"))
        .doesNotHaveDuplicates()
        .hasSize(NODE_INSTANCES);
    assertThat(follower.lines()).last().isEqualTo("completed: SUCCESS");
    assertThat(follower.lines()).anyMatch(line -> line.startsWith("accepted: backfill "));
  }

  @Test
  void liveTableShowsEveryInstanceAsItEnded() {
    await().atMost(Duration.ofSeconds(30)).until(() -> live.printed().endsWith("\n\n"));
    List<String> tables = Arrays.asList(live.printed().split("\n\n"));
    assertThat(tables.getLast().lines())
        .hasSize(NODE_INSTANCES)
        .allMatch(row -> row.startsWith("flights ") && row.endsWith(" SUCCESS"));
    // it was live: it showed what was not over yet
    assertThat(tables).anyMatch(table -> table.contains(" RUNNING "));
  }

  @Test
  void eventsShowActorCauseAndGapFreeSequenceOnEveryLine() throws Exception {
    // when
    List<Seen> printed = new ArrayList<>();
    for (String line : platform.typed("events", "--from-beginning").lines().toList()) {
      JsonNode event = JSON.readTree(line);
      assertThat(event.path("value").isObject()).as(line).isTrue();
      assertThat(event.has("undecodable")).as(line).isFalse();
      Map<String, String> headers = new HashMap<>();
      event
          .path("headers")
          .properties()
          .forEach(header -> headers.put(header.getKey(), header.getValue().asText()));
      assertThat(headers.get("ce_actor")).as(line).matches("(user|service):.+");
      printed.add(
          Seen.event(
              event.path("topic").asText(),
              event.path("partition").asInt(),
              event.path("offset").asLong(),
              headers));
    }
    // then
    List<String> events =
        Arrays.stream(Service.values()).map(service -> service.topic(TopicKind.EVENTS)).toList();
    try (PlainConsumer consumer = new PlainConsumer(platform.bootstrapServers(), events)) {
      assertThat(printed).hasSameSizeAs(consumer.readToEnd());
    }
    assertThat(Checker.checkEnded(printed, List.of())).isEmpty();
  }

  @Test
  void foreignClientDecodesEveryRecordOfEveryTopicAndFindsTheDocumentedKeys() {
    // when
    String kafka = platform.bootstrapServers();
    List<JsonNode> decoded = ForeignClient.decode(kafka, platform.registry(), topics());
    // then
    Map<String, Long> counts =
        decoded.stream()
            .collect(Collectors.groupingBy(r -> r.path("topic").asText(), Collectors.counting()));
    try (PlainConsumer consumer = new PlainConsumer(kafka, topics())) {
      assertThat(counts)
          .isEqualTo(
              consumer.readToEnd().stream()
                  .collect(Collectors.groupingBy(r -> r.topic(), Collectors.counting())));
    }
    assertThat(topics()).filteredOn(topic -> !counts.containsKey(topic)).hasSameElementsAs(EMPTY);
    DocumentedKeys keys = new DocumentedKeys(decoded);
    assertThat(decoded)
        .allSatisfy(
            record -> {
              assertThat(record.path("value").isObject()).isTrue();
              assertThat(record.path("key").asText()).isIn(keys.of(record));
            });
  }
}
