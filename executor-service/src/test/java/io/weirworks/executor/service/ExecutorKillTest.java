package io.weirworks.executor.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weirworks.contract.executor.LogStream;
import io.weirworks.contract.executor.RunCancelled;
import io.weirworks.contract.executor.RunNode;
import io.weirworks.contract.executor.RunStarted;
import io.weirworks.contract.executor.RunSucceeded;
import io.weirworks.contract.executor.RunUnconfirmed;
import io.weirworks.contract.executor.StopRun;
import io.weirworks.executor.ExecutorApplication;
import io.weirworks.infra.process.Launch;
import io.weirworks.infra.process.ManagedProcess;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Executors in JVMs of their own that are killed without a last word (field-failures R1). */
class ExecutorKillTest {

  @TempDir Path directory;
  private ExecutorTown town;
  private final List<ManagedProcess> executors = new ArrayList<>();

  @BeforeEach
  void makeTown() {
    town = new ExecutorTown();
  }

  @AfterEach
  void end() {
    executors.stream().filter(ManagedProcess::isAlive).forEach(ManagedProcess::kill);
    town.close();
  }

  /** An executor under its stable name; the same name again finds what the last one left. */
  private ManagedProcess start(String slot) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dmicronaut.server.port=-1",
                "-Dweirworks.messaging.slot=" + slot,
                "-Dweirworks.executor.lease=PT4S",
                "-Dweirworks.executor.cores=1",
                "-Dweirworks.executor.memory-gib=4",
                "-Dweirworks.executor.work-directory=" + directory.resolve(slot)));
    town.servers().forEach((key, value) -> command.add("-D" + key + "=" + value));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), ExecutorApplication.class.getName()));
    ManagedProcess executor =
        ManagedProcess.start(
            new Launch(
                command,
                Map.of(),
                directory,
                directory.resolve(slot + ".log"),
                directory.resolve(slot + ".pid")));
    executors.add(executor);
    return executor;
  }

  private Path trace(String name) {
    return directory.resolve(name);
  }

  private String script(String name, String rest) {
    return "echo ran >> '%s'; echo first; %s; echo last".formatted(trace(name), rest);
  }

  /** Goes on when the file of this name is there. */
  private String untilGate(String name) {
    return "while [ ! -e '%s' ]; do sleep 0.1; done".formatted(trace(name));
  }

  @Test
  void killedInTheMiddleItFindsWhatRunsAndWhatEndedMeanwhile() throws Exception {
    // given one run that outlasts the executor's absence, one that ends in it, one that waits
    ManagedProcess executor = start("slot-a");
    RunNode lasting =
        town.send(ExecutorTown.shell("EMR_SHELL", script("lasting", untilGate("go"))));
    RunNode ending = town.send(ExecutorTown.shell("EMR_SHELL", script("ending", untilGate("end"))));
    town.awaitEvent(lasting, RunStarted.class);
    town.awaitEvent(ending, RunStarted.class);
    RunNode waiting =
        town.send(
            ExecutorTown.shell("EMR_SHELL", script("waiting", "true")).setComputeUnitsMilli(1000));

    // when
    executor.kill();
    Files.createFile(trace("end"));
    start("slot-a");
    RunSucceeded ended = town.awaitEvent(ending, RunSucceeded.class);
    Files.createFile(trace("go"));
    town.awaitEvent(lasting, RunSucceeded.class);
    town.awaitEvent(waiting, RunSucceeded.class);

    // then I1, I2: one end, one run of the script
    assertThat(ended.getExitCode()).isZero();
    for (RunNode run : List.of(lasting, ending, waiting)) {
      assertThat(town.terminals(run)).hasSize(1);
      assertThat(town.events(run))
          .extracting(seen -> seen.envelope().sequence())
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, town.events(run).size()).mapToObj(i -> (long) i).toList());
    }
    for (String name : List.of("lasting", "ending", "waiting")) {
      assertThat(Files.readAllLines(trace(name))).as(name).containsExactly("ran");
    }
    assertThat(new String(town.log(ending, LogStream.STDOUT), UTF_8)).isEqualTo("first\nlast\n");
  }

  @Test
  void whatTheEngineSaidOfLineageWhileTheExecutorWasDeadIsToldWhenItIsBack() throws Exception {
    // given a run that leaves what openlineage-spark would, after the executor is dead
    ManagedProcess executor = start("slot-a");
    String event =
        "{\"eventType\":\"COMPLETE\",\"run\":{\"runId\":\"%s\"}}".formatted(UUID.randomUUID());
    Path events = Files.writeString(trace("events"), event + "\n");
    Path account = Files.writeString(trace("account"), "{\"finished\":true,\"skipped\":0}");
    RunNode run =
        town.send(
            ExecutorTown.shell(
                "EMR_SHELL",
                script(
                    "spark",
                    untilGate("go")
                        + "; cp '%s' ../openlineage.jsonl; cp '%s' ../lineage.json"
                            .formatted(events, account))));
    town.awaitEvent(run, RunStarted.class);

    // when
    executor.kill();
    Files.createFile(trace("go"));
    start("slot-a");
    town.awaitEvent(run, RunSucceeded.class);

    // then
    await().atMost(ExecutorTown.BOUND).until(() -> !town.lineage(run).isEmpty());
    assertThat(town.lineage(run))
        .allSatisfy(told -> assertThat(told.getEvents()).containsExactly(event))
        .allSatisfy(told -> assertThat(told.getDropped()).isZero());
  }

  @Test
  void stopAskedWhileTheExecutorWasDeadEndsTheRunWhenItIsBack() throws Exception {
    // given
    ManagedProcess executor = start("slot-a");
    RunNode run = town.send(ExecutorTown.shell("EMR_SHELL", script("stopped", untilGate("no"))));
    town.awaitEvent(run, RunStarted.class);
    executor.kill();

    // when
    town.send(
        run.getWorkflowInstanceId(),
        new StopRun(
            run.getRunId(),
            run.getWorkflowInstanceId(),
            new io.weirworks.contract.Sender(run.getNodeInstanceId(), 2L),
            "enough"));
    start("slot-a");
    RunCancelled end = town.awaitEvent(run, RunCancelled.class);

    // then
    assertThat(end.getReason()).isEqualTo("enough");
    assertThat(town.terminals(run)).hasSize(1);
  }

  @Test
  void silentHolderLeavesItsRunUnconfirmedUntilItsHostSaysWhatBecameOfIt() throws Exception {
    // given two executors, the first of which holds the run
    ManagedProcess holder = start("slot-a");
    RunNode run = town.send(ExecutorTown.shell("EMR_SHELL", script("silent", untilGate("go"))));
    RunStarted started = town.awaitEvent(run, RunStarted.class);
    start("slot-b");

    // when the holder is gone for longer than its lease
    holder.kill();
    await()
        .atMost(ExecutorTown.BOUND)
        .until(
            () ->
                town.events(run).stream().anyMatch(seen -> seen.value() instanceof RunUnconfirmed));
    start("slot-a");
    await()
        .atMost(ExecutorTown.BOUND)
        .until(
            () ->
                town.events(run).stream().filter(seen -> seen.value() instanceof RunStarted).count()
                    == 2);
    Files.createFile(trace("go"));
    town.awaitEvent(run, RunSucceeded.class);

    // then
    assertThat(started.getHolder()).isEqualTo("slot-a");
    assertThat(town.types(run))
        .containsExactly("RunQueued", "RunStarted", "RunUnconfirmed", "RunStarted", "RunSucceeded");
    assertThat(Files.readAllLines(trace("silent"))).containsExactly("ran");
  }

  @Test
  void frozenBeyondItsLeaseItGoesOnAndDeclaresNobodyDead() throws Exception {
    // given
    ManagedProcess executor = start("slot-a");
    RunNode run = town.send(ExecutorTown.shell("EMR_SHELL", script("frozen", untilGate("go"))));
    town.awaitEvent(run, RunStarted.class);

    // when
    executor.freeze();
    await().atMost(ExecutorTown.BOUND).until(() -> town.isLeaseOver(run));
    executor.thaw();
    await().atMost(ExecutorTown.BOUND).until(() -> !town.isLeaseOver(run));
    Files.createFile(trace("go"));
    town.awaitEvent(run, RunSucceeded.class);

    // then
    assertThat(town.types(run)).containsExactly("RunQueued", "RunStarted", "RunSucceeded");
    assertThat(Files.readAllLines(trace("frozen"))).containsExactly("ran");
  }

  @Test
  void stoppedGracefullyItLeavesItsRunsToThemselves() throws Exception {
    // given
    ManagedProcess executor = start("slot-a");
    RunNode run = town.send(ExecutorTown.shell("EMR_SHELL", script("graceful", untilGate("go"))));
    town.awaitEvent(run, RunStarted.class);

    // when
    executor.terminate(Duration.ofSeconds(20));
    Files.createFile(trace("go"));
    start("slot-a");
    town.awaitEvent(run, RunSucceeded.class);

    // then
    assertThat(town.types(run)).containsExactly("RunQueued", "RunStarted", "RunSucceeded");
    assertThat(Files.readAllLines(trace("graceful"))).containsExactly("ran");
  }
}
