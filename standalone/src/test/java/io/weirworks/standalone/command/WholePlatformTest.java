package io.weirworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirworks.infra.process.ListeningSockets;
import io.weirworks.standalone.demo.RawFlights;
import io.weirworks.standalone.platform.ServiceProgram;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that {@code up} starts, with the real services, driven by commands alone. */
class WholePlatformTest {

  private static final String WORKFLOW =
      """
      version: 1.1.0
      kind: CycleWorkflow
      spec:
        workflows:
          - name: hello
            id: "100"
            script: {runtime: {command: WORKFLOW}}
            trigger: {type: Scheduler, cron: "00 00 00 * * ?", timezone: UTC}
            nodes:
              - id: "1"
                name: start
                script: {runtime: {command: VIRTUAL}}
              - id: "2"
                name: greet
                script:
                  content: |
                    echo "hello ${day}"
                  runtime: {command: EMR_SHELL}
                  parameters:
                    - {name: day, type: System, value: "$[yyyymmdd-1]"}
            dependencies:
              - nodeId: "2"
                depends:
                  - {type: Normal, nodeId: "1"}
      """;

  @TempDir private static Path folder;

  private static Path home = Path.of("");

  private static Shell shell;

  @BeforeAll
  static void up() throws Exception {
    home = Files.createDirectory(folder.resolve("a home"));
    shell = new Shell(home, ServiceProgram.ofAllServices());
    type("up", "--detach");
    type("send", "CreateWorkspace", "{\"name\": \"default\"}");
    type(
        "send",
        "RegisterComputingResource",
        "{\"workspace\": \"default\", \"name\": \"local\", \"type\": \"LOCAL\"}");
    type("deploy", Files.writeString(home.resolve("hello.yaml"), WORKFLOW).toString());
  }

  @AfterAll
  static void down() {
    type("down");
  }

  /** What it prints; it must end with 0. */
  private static String type(String... words) {
    var outcome = shell.type(words);
    assertThat(outcome.code()).as("%s: %s", outcome.out(), outcome.err()).isZero();
    return outcome.out();
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text);
  }

  @Test
  void everyListeningSocketOfThePlatformIsOnLoopback() throws Exception {
    // given
    List<Long> pids = new ArrayList<>();
    json(type("status", "--json")).forEach(part -> pids.add(part.get("pid").asLong()));
    // then broker and controller, database, metastore, four services
    assertThat(ListeningSockets.of(pids.stream().distinct().toList()))
        .hasSizeGreaterThanOrEqualTo(8);
    assertThat(ListeningSockets.exposed(pids)).isEmpty();
  }

  @Test
  void workflowRunsToItsEndAndItsLogCanBeRead() throws Exception {
    // when
    String followed = type("run", "hello", "--bizdate", "2001-01-01", "--wait");
    // then
    assertThat(followed).contains("2001-01-01 greet SUCCESS").endsWith("SUCCESS\n");
    assertThat(type("logs", instance("2001-01-01", "greet"), "--follow"))
        .contains("hello 20010101");
  }

  /** The id of a node instance that has succeeded. */
  private static String instance(String bizdate, String node) throws Exception {
    for (JsonNode found : json(type("instances", "--workflow", "hello", "--json"))) {
      if (found.get("bizdate").asText().equals(bizdate)
          && found.get("node").asText().equals(node)) {
        assertThat(found.get("status").asText()).isEqualTo("SUCCESS");
        return found.get("nodeInstanceId").asText();
      }
    }
    throw new AssertionError("no instance of " + node + " for " + bizdate);
  }

  @Test
  void backfillRunsEachDate() {
    // when
    String followed =
        type("backfill", "hello", "--from", "2001-02-01", "--to", "2001-02-03", "--wait");
    // then
    assertThat(followed)
        .contains(
            "2001-02-01 hello SUCCESS", "2001-02-02 hello SUCCESS", "2001-02-03 hello SUCCESS")
        .endsWith("SUCCESS\n");
  }

  @Test
  void demoEndsWithTheFiguresOfTheRawFilesAndMayBeCalledAgain() throws Exception {
    // when
    String first = type("demo");
    // then each part of it is there
    Path example = home.resolve(".weirworks/demo");
    assertThat(first)
        .contains("2001-01-01 flights SUCCESS", "2001-01-03 flights SUCCESS")
        .contains("airport  name", "of 52 rows of ", "./weirworks down")
        .contains(
            "flights.airport_report.avg_delay\n",
            "path:" + example + "/data/flights-10k.json.delay")
        .containsPattern("weirworks\\.scheduler\\.events +\\d\\d")
        .containsPattern("written by this demo +\\d\\d\\d")
        .containsPattern("platform +\\d+\\.\\d s")
        .containsPattern("backfill +\\d+\\.\\d s");
    reportsAreRight(example);
    assertThat(type("lineage", "crawl")).containsPattern("^[1-9]\\d* tables .+ told, 0 refused");
    assertThat(type("lineage", "describe", "flights.route_delays"))
        .containsPattern("partitions +3\\n +ds=20010103 +written by flights\\.");
    columnsAreIdentifiedByTheirValues();

    // when
    for (Path report : reports(example)) {
      Files.delete(report);
    }
    String second = type("demo");
    // then
    assertThat(second).contains("CreateWorkspace           demo     there already");
    reportsAreRight(example);
    assertThat(folder).as("nothing was written beside").isDirectoryNotContaining("glob:**%**");
  }

  private static void columnsAreIdentifiedByTheirValues() {
    assertThat(type("lineage", "template", "--install")).contains("builtin_bank_card");
    type(
        "send",
        "SetClassificationRule",
        """
        {"name": "airport_code", "sensitiveType": "airport_code", "category": "BUSINESS",
         "level": 1, "conditions": [{"target": "FIELD_CONTENT", "match": "REGEX",
           "value": "^[A-Z0-9]{3}$", "hitPercent": 90}]}""");
    assertThat(type("lineage", "profile", "flights.airports", "--rows", "50"))
        .containsPattern("iata +50 values +50 \\^\\[A-Z0-9\\]\\{3\\}\\$");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () ->
                assertThat(type("lineage", "describe", "flights.airports"))
                    .containsPattern("iata .+ airport_code 1 \\(RULE\\)"));
  }

  private static void reportsAreRight(Path example) throws Exception {
    RawFlights raw = new RawFlights(example.resolve("data"));
    for (int day = 1; day <= 3; day++) {
      LocalDate bizdate = LocalDate.of(2001, 1, day);
      assertThat(RawFlights.csv(reports(example).get(day - 1)))
          .as("%s", bizdate)
          .hasSizeGreaterThan(40)
          .isEqualTo(raw.report(bizdate));
    }
  }

  private static List<Path> reports(Path example) {
    return IntStream.rangeClosed(1, 3)
        .mapToObj(day -> example.resolve("reports/airport_report_2001010" + day + ".csv"))
        .toList();
  }

  @Test
  void eventsTellWhoAskedAndWhy() throws Exception {
    // when
    List<String> lines = type("events", "--from-beginning").lines().toList();
    // then
    assertThat(lines).isNotEmpty();
    for (String line : lines) {
      JsonNode headers = json(line).get("headers");
      assertThat(headers.get("ce_actor").asText()).as(line).contains(":");
      assertThat(headers.hasNonNull("ce_causationid")).as(line).isTrue();
      assertThat(headers.get("ce_sequence").asText()).as(line).hasSize(19);
    }
  }

  @Test
  void refusalIsToldWithItsCodeAndPlace() {
    // when
    var outcome = shell.type("run", "nothing", "--bizdate", "2001-01-01");
    // then
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.out()).startsWith("rejected: ").contains("nothing");
  }
}
