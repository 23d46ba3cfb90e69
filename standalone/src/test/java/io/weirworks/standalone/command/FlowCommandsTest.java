package io.weirworks.standalone.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirworks.contract.executor.LogChunk;
import io.weirworks.contract.executor.LogStream;
import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.contract.scheduler.InstanceStatus;
import io.weirworks.infra.testing.InfraExtension;
import io.weirworks.infra.testing.SeparateInfra;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import io.weirworks.standalone.follow.States;
import io.weirworks.standalone.platform.ServiceProgram;
import io.weirworks.standalone.pretended.Partner;
import io.weirworks.standalone.pretended.PretendedRegistry;
import io.weirworks.standalone.pretended.PretendedScheduler;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The commands around flows, with state and log records as the services would write them. */
@ExtendWith(InfraExtension.class)
class FlowCommandsTest {

  @TempDir private static Path home;

  private static Shell shell;
  private static Partner partner;

  @BeforeAll
  static void up(SeparateInfra infra) {
    shell =
        new Shell(
            home,
            List.of(
                new ServiceProgram(Service.REGISTRY, PretendedRegistry.class.getName()),
                new ServiceProgram(Service.SCHEDULER, PretendedScheduler.class.getName())));
    Map<String, String> environment =
        Map.of(
            "KAFKA_BOOTSTRAP_SERVERS", infra.broker().bootstrapServers(),
            "WEIRWORKS_DATABASE_URL", infra.database().jdbcUrl("x").replaceFirst("/x", "/"),
            "WEIRWORKS_DATABASE_USER", infra.database().user(),
            "WEIRWORKS_DATABASE_PASSWORD", infra.database().password());
    var outcome = shell.typeIn(environment, "up", "--detach");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    partner = new Partner(infra.broker().bootstrapServers());
    partner.makeTopics(Service.EXECUTOR);
  }

  @AfterAll
  static void down() {
    partner.close();
    shell.type("down");
  }

  @Test
  void deployTellsOfEachFile() throws Exception {
    // given
    Path good = Files.writeString(home.resolve("good.yaml"), "spec");
    // when
    var outcome = shell.type("deploy", good.toString());
    var missing = shell.type("deploy", home.resolve("none.yaml").toString());
    var rejected = shell.type("deploy", good.toString(), "--workspace", "wrong");
    // then
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).startsWith(good + ": accepted: subject subject-of-default");
    assertThat(missing.code()).isEqualTo(1);
    assertThat(missing.err()).contains("none.yaml");
    assertThat(rejected.code()).isEqualTo(1);
    assertThat(rejected.out()).contains("rejected: InvalidName");
  }

  @Test
  void runIsFollowedToItsEnd() {
    // given a run of which the stand-in says that its id is subject-of-fine
    String id = "subject-of-fine";
    var waiting =
        CompletableFuture.supplyAsync(
            () ->
                shell.type(
                    "run", "flow", "--workspace", "fine", "--bizdate", "2001-01-01", "--wait"));
    await().until(() -> partner.sees(Service.SCHEDULER.topic(TopicKind.COMMANDS), "fine"));
    // when
    partner.tellState(id, States.instance(id, FlowStatus.RUNNING));
    partner.tellState(id + "-a", States.node(id, "a", InstanceStatus.RUNNING));
    partner.tellState(id + "-a", States.node(id, "a", InstanceStatus.SUCCESS));
    partner.tellState(id + "-b", States.node(id, "b", InstanceStatus.SUCCESS));
    partner.tellState(id, States.instance(id, FlowStatus.SUCCESS));
    // then
    var outcome = waiting.join();
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("accepted: subject " + id, "2001-01-01 a RUNNING", "2001-01-01 a SUCCESS")
        .endsWith("SUCCESS\n");
  }

  @Test
  void backfillThatFailsEndsWith1() {
    // given
    String id = "subject-of-broken";
    var waiting =
        CompletableFuture.supplyAsync(
            () ->
                shell.type(
                    "backfill",
                    "flow",
                    "--workspace",
                    "broken",
                    "--from",
                    "2001-01-01",
                    "--to",
                    "2001-01-02",
                    "--parallel",
                    "2",
                    "--wait"));
    await().until(() -> partner.sees(Service.SCHEDULER.topic(TopicKind.COMMANDS), "broken"));
    // when
    partner.tellState(id, States.backfill(id, FlowStatus.FAILURE));
    // then
    assertThat(waiting.join().code()).isEqualTo(1);
  }

  @Test
  void refusedFlowIsNotWaitedFor() {
    var outcome =
        shell.type("run", "f", "--workspace", "wrong", "--bizdate", "2001-01-01", "--wait");
    assertThat(outcome.code()).isEqualTo(1);
  }

  @Test
  void wrongDateIsWrongUse() {
    var outcome = shell.type("run", "f", "--bizdate", "2001-02-30");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("--bizdate '2001-02-30'");
  }

  @Test
  void instancesAreListedFromTheirStates() throws Exception {
    // given
    partner.tellState("l-a", States.node("l", "a", InstanceStatus.FAILURE));
    partner.tellState("l-b", States.node("l", "b", InstanceStatus.NOT_RUN));
    // when
    var table = shell.type("instances", "--workflow", "flow");
    var json = shell.type("instances", "--json");
    // then
    assertThat(table.lines().getFirst()).startsWith("INSTANCE");
    assertThat(table.lines())
        .anySatisfy(line -> assertThat(line).startsWith("l-a ").contains("FAILURE ExitCode"));
    assertThat(new ObjectMapper().readTree(json.out()).findValuesAsText("nodeInstanceId"))
        .contains("l-a", "l-b");
    assertThat(shell.type("instances", "--workflow", "other").lines()).hasSize(1);
  }

  @Test
  void baselinesAreShownFromTheirStates() throws Exception {
    // given
    partner.tellState("base", States.baseline("base", "morning"));
    partner.tellState("base-1", States.baselineInstance("base-1", "morning", "2001-01-01"));
    partner.tellState("base-2", States.baselineInstance("base-2", "morning", "2001-01-02"));
    // when
    var list = shell.type("baseline", "list");
    var shown = shell.type("baseline", "show", "morning");
    var json = shell.type("baseline", "show", "morning", "--bizdate", "2001-01-01", "--json");
    // then
    assertThat(list.lines())
        .anySatisfy(
            line -> assertThat(line).contains("morning", "DAY", "08:00", "30 min", "flow/load"));
    assertThat(shown.lines().get(1)).startsWith("2001-01-02").contains("WARNING", "PT10M");
    assertThat(shown.out()).contains("flow/load  (predicted)", "SLOW: flow/load, attempt 1");
    assertThat(new ObjectMapper().readTree(json.out()).findValuesAsText("bizdate"))
        .containsExactly("2001-01-01");
    assertThat(shell.type("baseline", "show", "evening").code()).isEqualTo(1);
  }

  @Test
  void logsAreThoseOfTheInstanceOnly() {
    // given
    partner.tellState("g-a", States.node("g", "a", InstanceStatus.SUCCESS));
    partner.tellState("g", States.instance("g", FlowStatus.SUCCESS));
    for (String node : List.of("g-a", "g-b")) {
      partner.write(
          Service.EXECUTOR.topic(TopicKind.LOGS),
          "run-" + node,
          new LogChunk(
              "run-" + node,
              node,
              1,
              LogStream.STDOUT,
              0L,
              ByteBuffer.wrap((node + "!\n").getBytes(UTF_8))));
    }
    // when
    var outcome = shell.type("logs", "g-a", "--follow");
    // then
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(outcome.out()).isEqualTo("== attempt 1, run run-g-a\ng-a!\n");
    assertThat(shell.type("logs", "nothing").err()).contains("NOT_FOUND", "weirworks instances");
    assertThat(shell.type("logs", "g").err()).contains("is a workflow instance", "a g-a");
  }

  @Test
  void operationsAskForEachInstanceAndEndWith1WhereOneIsRefused() {
    // when
    var rerun = shell.type("rerun", "i1", "i2", "--downstream", "all", "--comment", "new data");
    var mixed = shell.type("set-success", "i1", "wrong");
    // then
    assertThat(rerun.code()).as(rerun.err()).isZero();
    assertThat(rerun.lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("i1: accepted: subject subject-of-i1"),
            line -> assertThat(line).startsWith("i2: accepted: subject subject-of-i2"));
    assertThat(partner.sees(Service.SCHEDULER.topic(TopicKind.COMMANDS), "new data")).isTrue();
    assertThat(mixed.code()).isEqualTo(1);
    assertThat(mixed.lines())
        .satisfiesExactly(
            line -> assertThat(line).startsWith("i1: accepted"),
            line -> assertThat(line).startsWith("wrong: rejected: InvalidName"));
    for (String command : List.of("freeze", "unfreeze", "force-start")) {
      assertThat(shell.type(command, "i1").code()).as(command).isZero();
    }
    assertThat(shell.type("priority", "i1", "--to", "7").code()).isZero();
    assertThat(shell.type("remove-dependency", "i1", "--upstream", "i0").code()).isZero();
    assertThat(shell.type("diagnose", "i1").err()).contains("NOT_FOUND", "weirworks instances");
  }

  @Test
  void cancelAsksForTheInstance() {
    var outcome = shell.type("cancel", "i1", "--reason", "enough");
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(partner.sees(Service.SCHEDULER.topic(TopicKind.COMMANDS), "enough")).isTrue();
  }

  @Test
  void undeployAsksForTheWorkflow() {
    // when
    var outcome = shell.type("undeploy", "old_flow", "--comment", "over");
    var rejected = shell.type("undeploy", "old_flow", "--workspace", "wrong");
    // then
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(partner.sees(Service.REGISTRY.topic(TopicKind.COMMANDS), "old_flow")).isTrue();
    assertThat(rejected.code()).isEqualTo(1);
  }

  @Test
  void triggerNamesTheInstanceByItsScheduledTime() {
    // when
    var outcome =
        shell.type(
            "trigger", "flow", "gate", "--time", "2026-03-10T02:30", "--bizdate", "2026-03-09");
    var wrong = shell.type("trigger", "flow", "gate", "--time", "soon");
    // then
    assertThat(outcome.code()).as(outcome.err()).isZero();
    assertThat(partner.sees(Service.SCHEDULER.topic(TopicKind.COMMANDS), "gate")).isTrue();
    assertThat(wrong.code()).isEqualTo(2);
    assertThat(wrong.err()).contains("--time 'soon'");
  }
}
