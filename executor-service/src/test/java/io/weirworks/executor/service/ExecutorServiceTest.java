package io.weirworks.executor.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.weirworks.contract.Sender;
import io.weirworks.contract.executor.LogStream;
import io.weirworks.contract.executor.RunCancelled;
import io.weirworks.contract.executor.RunFailed;
import io.weirworks.contract.executor.RunNode;
import io.weirworks.contract.executor.RunQueued;
import io.weirworks.contract.executor.RunRefused;
import io.weirworks.contract.executor.RunStarted;
import io.weirworks.contract.executor.RunSucceeded;
import io.weirworks.contract.executor.StopRun;
import io.weirworks.messaging.hosting.ServiceHost;
import io.weirworks.schemas.Service;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real broker, real database, real shells; a machine of one compute unit. */
class ExecutorServiceTest {

  private static final int WHOLE_MACHINE = 1000;

  @TempDir static Path directory;
  private static ExecutorTown town;
  private static ApplicationContext service;
  private static URI address;

  @BeforeAll
  static void start() {
    town = new ExecutorTown();
    Map<String, Object> settings = new HashMap<>(town.servers());
    settings.put("micronaut.server.port", 0);
    settings.put("weirworks.executor.work-directory", directory.resolve("work").toString());
    settings.put("weirworks.executor.cores", 1);
    settings.put("weirworks.executor.memory-gib", 4);
    service = ServiceHost.start(Service.EXECUTOR, settings);
    address = service.getBean(EmbeddedServer.class).getURI();
  }

  @AfterAll
  static void stop() {
    service.close();
    town.close();
  }

  private static HttpResponse<String> get(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(address.resolve(path)).build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static HttpResponse<String> cancel(RunNode run) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(address.resolve("/runs/" + run.getRunId() + "/cancel"))
            .header("X-Weirworks-Actor", "user:bob")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString("{\"reason\":\"no longer needed\"}"))
            .build();
    return HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
  }

  private static StopRun stop(RunNode run, long sequence) {
    return new StopRun(
        run.getRunId(),
        run.getWorkflowInstanceId(),
        new Sender(run.getNodeInstanceId(), sequence),
        "superseded");
  }

  @Test
  void shortRunIsToldByQueuedAndItsEndWithOutputsLogsActorAndCause() throws Exception {
    // when
    RunNode run =
        town.send(
            ExecutorTown.shell("DIDE_SHELL", "echo \"day $1\"; echo oops >&2; echo a,$2")
                .setArguments(List.of("20260101", "b")));
    RunSucceeded end = town.awaitEvent(run, RunSucceeded.class);

    // then
    assertThat(town.types(run)).containsExactly("RunQueued", "RunSucceeded");
    assertThat(end.getOutputs())
        .hasEntrySatisfying(
            "outputs", value -> assertThat(value.getElements()).containsExactly("a", "b"));
    assertThat(end.getExitCode()).isZero();
    assertThat(end.getStartedAt()).isNotNull().isBeforeOrEqualTo(end.getEndedAt());
    assertThat(town.events(run))
        .allSatisfy(
            seen -> {
              assertThat(seen.envelope().actor()).isEqualTo(ExecutorTown.ACTOR);
              assertThat(seen.envelope().correlationId())
                  .isEqualTo("story-" + run.getWorkflowInstanceId());
              assertThat(seen.envelope().causationId()).isNotBlank();
              assertThat(seen.envelope().workspace()).isEqualTo("demo");
            });
    assertThat(town.events(run))
        .extracting(seen -> seen.envelope().sequence())
        .containsExactly(1L, 2L);
    assertThat(new String(town.log(run, LogStream.STDOUT), UTF_8)).isEqualTo("day 20260101\na,b\n");
    assertThat(new String(town.log(run, LogStream.STDERR), UTF_8)).isEqualTo("oops\n");
    assertThat(get("/runs/" + run.getRunId() + "/log?stream=stderr").body())
        .contains("\"text\":\"oops\\n\"", "\"nextOffset\":5");
    assertThat(get("/runs/" + run.getRunId()).body()).contains("\"SUCCEEDED\"", "\"clean\"");
  }

  @Test
  void longerRunIsToldFromItsStart() {
    // when
    RunNode run = town.send(ExecutorTown.shell("EMR_SHELL", "sleep 3; echo done"));
    RunSucceeded end = town.awaitEvent(run, RunSucceeded.class);

    // then
    assertThat(town.types(run)).containsExactly("RunQueued", "RunStarted", "RunSucceeded");
    RunStarted started = (RunStarted) town.events(run).get(1).value();
    assertThat(started.getEpoch()).isEqualTo(1);
    assertThat(started.getStartedAt()).isEqualTo(end.getStartedAt());
    assertThat(started.getWorkspace()).isEqualTo(end.getWorkspace());
    assertThat(started.getWorkflow()).isEqualTo(end.getWorkflow());
    assertThat(started.getNode()).isEqualTo(end.getNode());
    assertThat(started.getBizdate()).isEqualTo(end.getBizdate());
  }

  @Test
  void failingScriptFailsWithItsExitCode() {
    RunNode run = town.send(ExecutorTown.shell("EMR_SHELL", "echo before; exit 3"));

    RunFailed end = town.awaitEvent(run, RunFailed.class);

    assertThat(end.getCode()).isEqualTo("NonZeroExit");
    assertThat(end.getExitCode()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({
    "FLINK_SQL_STREAM, SELECT 1,         default, 250,  UnsupportedNodeType, $.command",
    "EMR_SHELL,        '',               default, 250,  EmptyCode,           $.script",
    "EMR_SPARK,        ls -l,            default, 1000, InvalidCommandLine,  $.script",
    "EMR_SHELL,        echo,             gpu,     250,  UnknownResourceGroup,$.resourceGroup",
    "EMR_SHELL,        echo,             default, 1001, OutOfRange,          $.computeUnitsMilli",
  })
  void whatCannotRunIsRefusedByAnEvent(
      String type, String script, String group, int units, String code, String field) {
    RunNode run =
        town.send(
            ExecutorTown.shell(type, script).setResourceGroup(group).setComputeUnitsMilli(units));

    RunRefused refused = town.awaitEvent(run, RunRefused.class);

    assertThat(refused.getCode()).isEqualTo(code);
    assertThat(refused.getField()).isEqualTo(field);
    assertThat(town.types(run)).containsExactly("RunRefused");
  }

  @Test
  void sameRunAgainHasNoEffect() throws Exception {
    // given
    Path trace = directory.resolve("once");
    RunNode.Builder command =
        ExecutorTown.shell("EMR_SHELL", "sleep 0.5; echo ran >> '" + trace + "'");
    RunNode run = town.send(command);
    town.send(command);

    // when
    town.awaitEvent(run, RunSucceeded.class);
    town.send(command);
    RunNode marker =
        town.send(
            ExecutorTown.shell("EMR_SHELL", "echo")
                .setWorkflowInstanceId(run.getWorkflowInstanceId()));
    town.awaitEvent(marker, RunSucceeded.class);

    // then
    assertThat(town.types(run)).containsExactly("RunQueued", "RunSucceeded");
    assertThat(Files.readAllLines(trace)).containsExactly("ran");
  }

  @Test
  void stoppedWhileQueuedItEndsAtOnceAndNeverRuns() throws Exception {
    // given a machine that is taken
    Path trace = directory.resolve("never");
    RunNode blocker =
        town.send(ExecutorTown.shell("EMR_SHELL", "sleep 60").setComputeUnitsMilli(WHOLE_MACHINE));
    town.awaitEvent(blocker, RunStarted.class);
    RunNode run = town.send(ExecutorTown.shell("EMR_SHELL", "echo ran > '" + trace + "'"));
    town.awaitEvent(run, RunQueued.class);

    // when
    town.send(run.getWorkflowInstanceId(), stop(run, 2));
    RunCancelled end = town.awaitEvent(run, RunCancelled.class);
    HttpResponse<String> answer = cancel(blocker);
    RunCancelled blockerEnd = town.awaitEvent(blocker, RunCancelled.class);

    // then
    assertThat(end.getReason()).isEqualTo("superseded");
    assertThat(end.getStartedAt()).isNull();
    assertThat(trace).doesNotExist();
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(blockerEnd.getReason()).isEqualTo("no longer needed");
    assertThat(blockerEnd.getStartedAt()).isNotNull();
    assertThat(cancel(blocker).statusCode()).isEqualTo(422);
    assertThat(town.terminals(blocker)).hasSize(1);
  }

  @Test
  void stopThatOvertakesItsRunStillStopsIt() {
    // given
    RunNode.Builder command = ExecutorTown.shell("EMR_SHELL", "echo");
    RunNode run = command.build();
    town.send(run.getWorkflowInstanceId(), stop(run, 2));

    // when
    town.send(command);
    town.awaitEvent(run, RunCancelled.class);

    // then
    assertThat(town.types(run)).containsExactly("RunQueued", "RunCancelled");
  }

  @Test
  void runBeyondItsTimeoutFailsAsTimedOut() {
    RunNode run = town.send(ExecutorTown.shell("EMR_SHELL", "sleep 60").setTimeoutSeconds(1));

    RunFailed end = town.awaitEvent(run, RunFailed.class);

    assertThat(end.getCode()).isEqualTo("TimedOut");
    assertThat(end.getMessage()).contains("1 s");
  }

  @Test
  void checkNodeThatFindsNothingFailsAsCheckTimedOut() {
    // given
    String settings =
        """
        {"checkType":"FILE","condition":{"path":"/nowhere/at/all"},"interval":1,
         "intervalUnit":"SECONDS","stopStrategy":{"type":"CHECKS","checks":2}}
        """;
    // when
    RunNode run = town.send(ExecutorTown.shell("CHECK_NODE", settings));
    // then
    RunFailed end = town.awaitEvent(run, RunFailed.class);
    assertThat(end.getCode()).isEqualTo("CheckTimedOut");
  }

  @Test
  void computeUnitsAreNeverExceeded() throws Exception {
    // given
    Path trace = directory.resolve("units");
    String script = "echo + >> '%1$s'; sleep 0.3; echo - >> '%1$s'".formatted(trace);

    // when
    List<RunNode> runs =
        IntStream.range(0, 20)
            .mapToObj(i -> town.send(ExecutorTown.shell("EMR_SHELL", script)))
            .toList();
    runs.forEach(run -> town.awaitEvent(run, RunSucceeded.class));

    // then I3: at most four quarters at a time
    List<Integer> held = new ArrayList<>();
    int now = 0;
    for (String line : Files.readAllLines(trace)) {
      now += line.equals("+") ? 1 : -1;
      held.add(now);
    }
    assertThat(held).hasSize(40).allSatisfy(count -> assertThat(count).isBetween(0, 4));
    assertThat(held).contains(2);
  }

  @Test
  void largeLogArrivesWholeOnItsTopicAndOverHttp() throws Exception {
    // when
    RunNode run =
        town.send(ExecutorTown.shell("EMR_SHELL", "seq 1 60000 | sed 's/$/ ä line of a log/'"));
    town.awaitEvent(run, RunSucceeded.class);

    // then
    byte[] file =
        IntStream.rangeClosed(1, 60_000)
            .mapToObj(i -> i + " ä line of a log\n")
            .collect(Collectors.joining())
            .getBytes(UTF_8);
    await()
        .atMost(ExecutorTown.BOUND)
        .untilAsserted(() -> assertThat(town.log(run, LogStream.STDOUT)).isEqualTo(file));
    assertThat(get("/runs/" + run.getRunId() + "/log?offset=" + file.length).body())
        .contains("\"complete\":true");
  }

  @Test
  void readinessMetricsListAndPageOfTheContractAnswer() throws Exception {
    await()
        .atMost(ExecutorTown.BOUND)
        .untilAsserted(() -> assertThat(get("/health/readiness").statusCode()).isEqualTo(200));
    assertThat(get("/prometheus").body()).contains("weirworks_messaging_shards_owned");
    assertThat(get("/swagger/weirworks-executor-1.yml").body()).contains("/runs/{id}/cancel");
    assertThat(get("/runs?limit=2").body()).contains("\"runs\":[");
    assertThat(get("/runs?status=DONE").statusCode()).isEqualTo(400);
    assertThat(get("/runs/none").statusCode()).isEqualTo(404);
  }
}
