package io.weirworks.standalone.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirworks.infra.process.ListeningSockets;
import io.weirworks.schemas.Service;
import io.weirworks.standalone.platform.ServiceProgram;
import io.weirworks.standalone.pretended.PretendedRegistry;
import io.weirworks.standalone.pretended.PretendedScheduler;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A real broker and a real database, two services that stand in, and the commands around them. */
class PlatformCommandsTest {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<ServiceProgram> SERVICES =
      List.of(
          new ServiceProgram(Service.REGISTRY, PretendedRegistry.class.getName()),
          new ServiceProgram(Service.SCHEDULER, PretendedScheduler.class.getName()),
          new ServiceProgram(Service.LINEAGE, "io.weirworks.lineage.NoSuchApplication"));

  @TempDir private static Path home;

  private static Shell shell;

  @BeforeAll
  static void up() throws Exception {
    Path folder = Files.createDirectory(home.resolve("with a blank"));
    shell = new Shell(folder, SERVICES);
    var outcome = shell.type("up", "--detach");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.lines()).hasSize(5).last().asString().startsWith("up");
  }

  @AfterAll
  static void down() throws Exception {
    ObjectNode before = status();
    var outcome = shell.type("down");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    before
        .valueStream()
        .filter(part -> part.hasNonNull("pid"))
        .forEach(part -> assertThat(ProcessHandle.of(part.get("pid").asLong())).isEmpty());
    assertThat(shell.type("status").code()).isEqualTo(1);
  }

  /** Each part of the platform by its name. */
  private static ObjectNode status() throws Exception {
    ObjectNode parts = JSON.createObjectNode();
    JSON.readTree(shell.type("status", "--json").out())
        .forEach(part -> parts.set(part.get("name").asText(), part));
    return parts;
  }

  private static long pid(String part) throws Exception {
    return status().path(part).get("pid").asLong();
  }

  @Test
  void statusTellsOfEachPart() throws Exception {
    // when
    ObjectNode parts = status();
    // then
    assertThat(parts.fieldNames())
        .toIterable()
        .containsOnly("kafka", "database", "registry", "scheduler", "lineage");
    for (String name : List.of("kafka", "database", "registry", "scheduler")) {
      assertThat(parts.path(name).get("state").asText()).isEqualTo("RUNNING");
      assertThat(parts.path(name).get("ready").asBoolean()).as(name).isTrue();
      assertThat(parts.path(name).get("address").asText()).startsWith("127.0.0.1:");
    }
    assertThat(pid("registry")).isEqualTo(pid("scheduler")).isNotEqualTo(pid("kafka"));
    assertThat(parts.path("lineage").get("state").asText()).isEqualTo("NOT_INSTALLED");
    assertThat(shell.type("status").code()).isZero();
  }

  @Test
  void everyListeningSocketIsOnLoopback() throws Exception {
    // given
    List<Long> pids = List.of(pid("kafka"), pid("database"), pid("registry"));
    // then
    assertThat(ListeningSockets.of(pids)).hasSizeGreaterThanOrEqualTo(5);
    assertThat(ListeningSockets.exposed(pids)).isEmpty();
  }

  @Test
  void sendPrintsTheReply() throws Exception {
    // when
    var accepted = shell.type("send", "CreateWorkspace", "{\"name\": \"flights\"}");
    var rejected = shell.type("send", "CreateWorkspace", "{\"name\": \"wrong\"}", "--json");
    // then
    assertThat(accepted.code()).as(accepted.err()).isZero();
    assertThat(accepted.out()).startsWith("accepted: subject subject-of-flights, sequence 1");
    assertThat(rejected.code()).isEqualTo(1);
    assertThat(JSON.readTree(rejected.out()).get("code").asText()).isEqualTo("InvalidName");
    assertThat(JSON.readTree(rejected.out()).get("field").asText()).isEqualTo("$.name");
  }

  @Test
  void eventsAreOneJsonObjectALineWithHeaders() throws Exception {
    // given
    assertThat(shell.type("send", "CreateWorkspace", "{\"name\": \"told\"}").code()).isZero();
    // when
    var all = shell.type("events", "--from-beginning");
    var commands = shell.type("events", "--from-beginning", "--topic", "registry.commands");
    // then
    assertThat(all.lines()).anySatisfy(line -> assertThat(line).contains("subject-of-told"));
    JsonNode command =
        commands.lines().stream()
            .filter(line -> line.contains("\"told\""))
            .map(PlatformCommandsTest::json)
            .findFirst()
            .orElseThrow();
    assertThat(command.get("value").get("name").asText()).isEqualTo("told");
    assertThat(command.get("headers").get("ce_actor").asText())
        .isEqualTo("user:" + System.getProperty("user.name"));
    assertThat(command.get("headers").get("ce_type").asText())
        .isEqualTo("io.weirworks.contract.registry.CreateWorkspace");
  }

  @Test
  void secondUpStartsOnlyWhatIsMissing() throws Exception {
    // given
    long broker = pid("kafka");
    long services = pid("registry");
    ProcessHandle.of(services).orElseThrow().destroyForcibly();
    ProcessHandle.of(services).map(ProcessHandle::onExit).ifPresent(CompletableFuture::join);
    assertThat(shell.type("status").code()).isEqualTo(1);
    // when
    var outcome = shell.type("up", "--detach");
    // then
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(pid("kafka")).isEqualTo(broker);
    assertThat(pid("registry")).isNotEqualTo(services);
    assertThat(shell.type("send", "CreateWorkspace", "{\"name\": \"again\"}").code()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"up --detach --processes", "up --processes", "up --clock-offset 3d"})
  void runningPlatformIsNotChangedAndRunsOn(String words) throws Exception {
    // given
    long broker = pid("kafka");
    // when
    var outcome = shell.type(words.split(" "));
    // then
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("RUNS_DIFFERENTLY", "weirworks down");
    assertThat(pid("kafka")).isEqualTo(broker);
  }

  @Test
  void topicOfAServiceThatNeverRanIsToldToBeMissing() {
    // when
    var outcome = shell.type("events", "--from-beginning", "--topic", "lineage.state");
    // then
    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.err()).contains("TOPIC_MISSING", "weirworks.lineage.state");
  }

  private static JsonNode json(String line) {
    try {
      return JSON.readTree(line);
    } catch (JsonProcessingException e) {
      throw new AssertionError(line, e);
    }
  }
}
