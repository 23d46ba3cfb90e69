package io.weirworks.infra.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.infra.InfraException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManagedProcessTest {

  private static final Duration SOON = Duration.ofSeconds(20);
  private static final Duration AT_ONCE = Duration.ZERO;

  @TempDir private Path folder;
  private Path pidFile;
  private Path log;

  @BeforeEach
  void names() {
    pidFile = folder.resolve("pid");
    log = folder.resolve("log");
  }

  @AfterEach
  void endWhatStillRuns() {
    ManagedProcess.find(pidFile).ifPresent(ManagedProcess::kill);
  }

  @Test
  void itsIdentityIsInThePidFileWhenStartReturns() throws IOException {
    // when
    ManagedProcess process = start("exec sleep 300");
    // then
    assertThat(ProcessIdentity.parse(Files.readString(pidFile))).contains(process.identity());
    assertThat(process.isAlive()).isTrue();
  }

  @Test
  void itRunsInASessionOfItsOwn() throws IOException {
    // when
    ManagedProcess process = start("exec sleep 300");
    // then
    String stat = Files.readString(Path.of("/proc/" + process.identity().pid() + "/stat"));
    String session = stat.substring(stat.lastIndexOf(')') + 2).split(" ")[3];
    assertThat(session).isEqualTo(Long.toString(process.identity().pid()));
  }

  @Test
  void itReadsNothingAndItsOutputIsAppendedToTheLog() throws IOException {
    // given
    Files.writeString(log, "before\n");
    // when
    start("cat; echo out; echo err >&2; exec sleep 300");
    // then
    assertThat(Waiting.until(SOON, () -> LogTail.of(log).equals("before\nout\nerr\n"))).isTrue();
  }

  @Test
  void itIsFoundAgainByItsPidFile() {
    // given
    ManagedProcess process = start("exec sleep 300");
    // when
    var found = ManagedProcess.find(pidFile);
    // then
    assertThat(found.map(ManagedProcess::identity)).contains(process.identity());
  }

  @Test
  void itOutlivesTheProcessThatStartedIt() throws Exception {
    // given
    Process starter =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DyingStarter.class.getName(),
                folder.toString())
            .inheritIO()
            .start();
    // when
    int exit = starter.waitFor();
    // then
    assertThat(exit).isEqualTo(137);
    assertThat(ManagedProcess.find(pidFile)).isPresent();
  }

  @Test
  void anEndedProcessIsNotFound() {
    // given
    ManagedProcess process = start("exec sleep 300");
    // when
    process.kill();
    // then
    assertThat(process.isAlive()).isFalse();
    assertThat(ManagedProcess.find(pidFile)).isEmpty();
  }

  @Test
  void anotherProcessWithThePidIsNeitherFoundNorSignalled() throws IOException {
    // given
    ManagedProcess bystander = start("exec sleep 300");
    ProcessIdentity its = bystander.identity();
    Path stale = folder.resolve("stale");
    Files.writeString(
        stale, new ProcessIdentity(its.pid(), its.startTicks() - 1, its.bootId()).text());
    // when
    ManagedProcess.find(stale).ifPresent(ManagedProcess::kill);
    // then
    assertThat(ManagedProcess.find(stale)).isEmpty();
    assertThat(bystander.isAlive()).isTrue();
  }

  @Test
  void terminateLetsItEndInGoodOrder() {
    // given
    ManagedProcess process =
        start("trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.05; done");
    assertThat(Waiting.until(SOON, () -> LogTail.of(log).contains("up"))).isTrue();
    // when
    process.terminate(SOON);
    // then
    assertThat(process.isAlive()).isFalse();
    assertThat(LogTail.of(log)).contains("bye");
  }

  @Test
  void terminateKillsWhatDoesNotEndWithinTheGrace() {
    // given
    ManagedProcess process = start("trap '' TERM; echo up; while :; do sleep 0.05; done");
    assertThat(Waiting.until(SOON, () -> LogTail.of(log).contains("up"))).isTrue();
    // when
    process.terminate(AT_ONCE);
    // then
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void aFrozenProcessDoesNothingUntilThawed() {
    // given
    ManagedProcess process = start("exec sleep 300");
    // when
    process.freeze();
    // then
    assertThat(Waiting.until(SOON, () -> stopped(process))).isTrue();
    assertThat(process.isAlive()).isTrue();
    // when
    process.thaw();
    // then
    assertThat(Waiting.until(SOON, () -> !stopped(process))).isTrue();
  }

  @Test
  void terminateEndsAFrozenProcessInGoodOrderToo() {
    // given
    ManagedProcess process =
        start("trap 'echo bye; exit 0' TERM; echo up; while :; do sleep 0.05; done");
    assertThat(Waiting.until(SOON, () -> LogTail.of(log).contains("up"))).isTrue();
    process.freeze();
    // when
    process.terminate(SOON);
    // then
    assertThat(process.isAlive()).isFalse();
    assertThat(LogTail.of(log)).contains("bye");
  }

  @Test
  void signalsToAnEndedProcessDoNothing() {
    // given
    ManagedProcess process = start("exec sleep 300");
    process.kill();
    // when
    process.freeze();
    process.thaw();
    process.terminate(AT_ONCE);
    // then
    assertThat(process.isAlive()).isFalse();
  }

  @Test
  void aProgramThatDoesNotExistIsNamedInTheError() {
    assertThatThrownBy(() -> ManagedProcess.start(launch(List.of("no-such-program"))))
        .isInstanceOf(InfraException.class)
        .hasMessageContaining("PROCESS_NOT_STARTED")
        .hasMessageContaining("no such program: no-such-program");
  }

  private ManagedProcess start(String script) {
    return ManagedProcess.start(launch(List.of("sh", "-c", script)));
  }

  private Launch launch(List<String> command) {
    return new Launch(command, Map.of(), folder, log, pidFile);
  }

  private static boolean stopped(ManagedProcess process) {
    try {
      return ProcessStat.parse(
              Files.readString(Path.of("/proc/" + process.identity().pid() + "/stat")))
          .filter(ProcessStat::stopped)
          .isPresent();
    } catch (IOException e) {
      return false;
    }
  }
}
