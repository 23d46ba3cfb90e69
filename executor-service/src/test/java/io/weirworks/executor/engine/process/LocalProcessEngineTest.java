package io.weirworks.executor.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.weirworks.executor.engine.Cancellation;
import io.weirworks.executor.engine.EngineContract;
import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.Limits;
import io.weirworks.executor.engine.Observation;
import io.weirworks.executor.engine.Observation.Ended;
import io.weirworks.executor.engine.Observation.Lost;
import io.weirworks.executor.engine.Observation.Prepared;
import io.weirworks.executor.engine.Observation.Running;
import io.weirworks.executor.engine.Observation.Unsupervised;
import io.weirworks.executor.engine.Progress;
import io.weirworks.executor.engine.Submission;
import io.weirworks.executor.engine.SubmitResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalProcessEngineTest extends EngineContract {
  private static final Map<String, String> BASE = Map.of("PATH", System.getenv("PATH"));
  private static final Limits IMPATIENT = new Limits(5, Duration.ofMillis(300));

  @Override
  protected LocalProcessEngine open() throws IOException {
    return new LocalProcessEngine(workspace(), BASE, () -> Instant.EPOCH);
  }

  @Override
  protected Submission endsWith(int code, EngineTag tag, Path starts) {
    return shell(tag, "echo started >> '%s'; exit %d".formatted(starts, code), Limits.DEFAULT);
  }

  @Override
  protected Submission waitsFor(Path gate, int code, EngineTag tag, Path starts) {
    return shell(tag, waitScript(gate, code, starts), Limits.DEFAULT);
  }

  private static String waitScript(Path gate, int code, Path starts) {
    return "echo started >> '%s'; while [ ! -e '%s' ]; do sleep 0.02; done; exit %d"
        .formatted(starts, gate, code);
  }

  private static Submission shell(EngineTag tag, String script, Limits limits) {
    return new Submission(
        tag, List.of("sh", "script.sh"), Map.of(), Map.of("script.sh", script), Map.of(), limits);
  }

  private Path workspace() {
    return directory.resolve("workspace");
  }

  @AfterEach
  void endWhatATestLeft() throws Exception {
    var engine = open();
    for (var tag : engine.reattach()) {
      assertThat(engine.cancel(tag)).isInstanceOf(Cancellation.Confirmed.class);
    }
  }

  @Test
  void aJobOutlivesItsKilledExecutorAndItsTrueExitIsSeenByTheNext() throws Exception {
    // given an executor in another JVM
    var tag = newTag();
    var executor = startRunner(tag, waitScript(gate(), 7, starts()));
    awaitStarted(open(), tag);
    // when it is killed
    executor.destroyForcibly().waitFor();
    var afterTheKill = open().observe(tag);
    Files.createFile(gate());
    // then
    assertThat(afterTheKill).isInstanceOf(Running.class);
    assertThat(awaitFinal(open(), tag))
        .isInstanceOfSatisfying(Ended.class, e -> assertThat(e.exit().code()).isEqualTo(7));
    assertThat(startsSeen()).isEqualTo(1);
  }

  @Test
  void aJobThatEndedWhileNoExecutorLivedIsSeenWithItsTrueExit() throws Exception {
    // given
    var tag = newTag();
    var executor = startRunner(tag, waitScript(gate(), 0, starts()));
    awaitStarted(open(), tag);
    executor.destroyForcibly().waitFor();
    // when
    Files.createFile(gate());
    var supervisor = open().directory(tag).supervisor().orElseThrow();
    await().atMost(BOUND).until(() -> !new ProcessTable().isAlive(supervisor));
    // then
    assertThat(open().reattach()).containsExactly(tag);
    assertThat(open().observe(tag))
        .isInstanceOfSatisfying(Ended.class, e -> assertThat(e.exit().code()).isZero());
  }

  @ParameterizedTest
  @ValueSource(strings = {"1.1", "1.1/spec.json", "lock.1", "1.1/supervisor", "1.1/child"})
  void anExecutorKilledAtAnyStepOfTheStartLeavesAJobThatRunsOnce(String step) throws Exception {
    // given an executor that is killed as soon as this file is there
    var tag = newTag();
    var executor = startRunner(tag, waitScript(gate(), 0, starts()));
    var file = workspace().resolve("runs").resolve(tag.run().toString()).resolve(step);
    await()
        .pollInterval(Duration.ofMillis(1))
        .atMost(BOUND)
        .until(() -> Files.exists(file, LinkOption.NOFOLLOW_LINKS));
    executor.destroyForcibly().waitFor();
    // when the next one submits the same again
    var result = open().submit(waitsFor(gate(), 0, tag, starts()));
    Files.createFile(gate());
    // then
    assertThat(result).isEqualTo(new SubmitResult.Accepted());
    assertThat(awaitFinal(open(), tag))
        .isInstanceOfSatisfying(Ended.class, e -> assertThat(e.exit().code()).isZero());
    assertThat(startsSeen()).isEqualTo(1);
  }

  private Process startRunner(EngineTag tag, String script) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            RunnerProcess.class.getName(),
            workspace().toString(),
            tag.toString(),
            script)
        .redirectErrorStream(true)
        .redirectOutput(directory.resolve("runner.log").toFile())
        .start();
  }

  @Test
  void whatWasWrittenDownBeforeTheStartIsFoundAndStartsOnceWhenSubmittedAgain() throws Exception {
    // given an executor that died between writing down and starting
    var tag = newTag();
    var submission = endsWith(0, tag, starts());
    new Supervisor(BASE).prepare(open().directory(tag), submission);
    // when
    var engine = open();
    var found = engine.reattach();
    var before = engine.observe(tag);
    engine.submit(submission);
    // then
    assertThat(found).containsExactly(tag);
    assertThat(before).isEqualTo(new Prepared());
    assertThat(awaitFinal(engine, tag)).isInstanceOf(Ended.class);
    assertThat(startsSeen()).isEqualTo(1);
  }

  @Test
  void aPreparedJobThatIsCancelledNeverStarts() throws Exception {
    // given
    var tag = newTag();
    var submission = endsWith(0, tag, starts());
    var engine = open();
    new Supervisor(BASE).prepare(engine.directory(tag), submission);
    // when
    var cancellation = engine.cancel(tag);
    var process = new Supervisor(BASE).start(engine.directory(tag), submission);
    // then a supervisor that was late refuses
    assertCancelled(cancellation);
    assertThat(process.waitFor()).isEqualTo(97);
    assertThat(startsSeen()).isZero();
  }

  @Test
  void cancelEndsAWholeTreeThatIgnoresTermWithinGraceAndBound() throws Exception {
    // given children, a grandchild, one that left the session, all deaf to TERM
    var tag = newTag();
    var engine = open();
    var script =
        """
        trap '' TERM
        sleep 1000 &
        (sleep 1001 & wait) &
        setsid sh -c "trap '' TERM; echo started >> '%s'; while :; do sleep 1; done" &
        wait
        """
            .formatted(starts());
    engine.submit(shell(tag, script, IMPATIENT));
    awaitStarted(engine, tag);
    assertThat(new ProcessTable().members(engine.directory(tag))).hasSizeGreaterThanOrEqualTo(6);
    // when
    var begin = System.nanoTime();
    var cancellation = engine.cancel(tag);
    // then
    assertCancelled(cancellation);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    assertThat(new ProcessTable().members(engine.directory(tag))).isEmpty();
    assertThat(engine.observe(tag))
        .isInstanceOfSatisfying(Ended.class, e -> assertThat(e.exit().code()).isEqualTo(137));
  }

  @Test
  void aJobThatHeedsTermEndsGracefullyAndItsCleanUpRuns() throws Exception {
    // given
    var tag = newTag();
    var engine = open();
    var cleaned = directory.resolve("cleaned");
    var script =
        "trap 'echo cleaned >> \"%s\"; exit 5' TERM; echo started >> '%s'; while :; do sleep 0.02; done"
            .formatted(cleaned, starts());
    engine.submit(shell(tag, script, Limits.DEFAULT));
    awaitStarted(engine, tag);
    // when
    var cancellation = engine.cancel(tag);
    // then
    assertCancelled(cancellation);
    assertThat(engine.observe(tag))
        .isInstanceOfSatisfying(Ended.class, e -> assertThat(e.exit().code()).isEqualTo(5));
    assertThat(cleaned).hasContent("cleaned\n");
  }

  @Test
  void aKilledSupervisorMakesTheOutcomeUnknownNeverASuccess() throws Exception {
    // given
    var tag = newTag();
    var engine = open();
    engine.submit(waitsFor(gate(), 0, tag, starts()));
    awaitStarted(engine, tag);
    var supervisor = engine.directory(tag).supervisor().orElseThrow();
    // when
    ProcessHandle.of(supervisor.pid()).orElseThrow().destroyForcibly();
    await().atMost(BOUND).until(() -> engine.observe(tag) instanceof Unsupervised);
    Files.createFile(gate());
    // then
    assertThat(awaitFinal(engine, tag)).isInstanceOf(Lost.class);
    assertThat(engine.cancel(tag))
        .as("too late to have killed it")
        .isInstanceOfSatisfying(
            Cancellation.Confirmed.class, c -> assertThat(c.last()).isInstanceOf(Lost.class));
    assertThat(engine.submit(endsWith(0, tag, starts()))).isEqualTo(new SubmitResult.Accepted());
    assertThat(startsSeen()).as("a lost attempt is not started again").isEqualTo(1);
  }

  @Test
  void anUnsupervisedJobCanBeCancelled() throws Exception {
    // given
    var tag = newTag();
    var engine = open();
    engine.submit(waitsFor(gate(), 0, tag, starts()));
    awaitStarted(engine, tag);
    ProcessHandle.of(engine.directory(tag).supervisor().orElseThrow().pid())
        .orElseThrow()
        .destroyForcibly();
    await().atMost(BOUND).until(() -> engine.observe(tag) instanceof Unsupervised);
    // when
    var cancellation = engine.cancel(tag);
    // then
    assertCancelled(cancellation);
    assertThat(new ProcessTable().members(engine.directory(tag))).isEmpty();
  }

  @Test
  void whatAFinishedScriptLeftInTheBackgroundEndsWithIt() throws Exception {
    // given
    var tag = newTag();
    var engine = open();
    // when
    engine.submit(shell(tag, "sleep 1000 & exit 0", Limits.DEFAULT));
    // then
    assertThat(awaitFinal(engine, tag)).isInstanceOf(Ended.class);
    await().atMost(BOUND).until(() -> new ProcessTable().members(engine.directory(tag)).isEmpty());
  }

  @Test
  void aChildGetsAPrivateTemporaryDirectoryAndNothingOfOurEnvironment() throws Exception {
    // given
    var tag = newTag();
    var engine = open();
    var submission =
        new Submission(
            tag, List.of("env"), Map.of("GIVEN", "value"), Map.of(), Map.of(), Limits.DEFAULT);
    // when
    engine.submit(submission);
    awaitFinal(engine, tag);
    // then
    var run = engine.directory(tag);
    assertThat(Files.readAllLines(run.paths().stdout()))
        .filteredOn(
            line ->
                !line.startsWith("PWD=") && !line.startsWith("OLDPWD=") && !line.startsWith("_="))
        .containsExactlyInAnyOrder(
            "PATH=" + BASE.get("PATH"),
            "GIVEN=value",
            "HOME=" + run.work(),
            "TMPDIR=" + run.temporary(),
            "WEIRWORKS_RUN_DIR=" + run.path(),
            "WEIRWORKS_TAG=" + tag);
    assertThat(Files.readString(run.specification())).doesNotContain("GIVEN");
  }

  @Test
  void argumentsAndFileNamesReachTheCommandUntouched() throws Exception {
    // given
    var tag = newTag();
    var engine = open();
    var resource = Files.writeString(directory.resolve("some resource"), "content");
    var submission =
        new Submission(
            tag,
            List.of("sh", "script.sh", "a b", "", "$HOME `id` ; *", "ü\n'\""),
            Map.of(),
            Map.of("script.sh", "printf '<%s>' \"$@\"; cat x.jar"),
            Map.of("x.jar", resource),
            Limits.DEFAULT);
    // when
    engine.submit(submission);
    awaitFinal(engine, tag);
    // then
    assertThat(engine.directory(tag).paths().stdout())
        .hasContent("<a b><><$HOME `id` ; *><ü\n'\">content");
  }

  @Test
  void aCommandThatDoesNotExistEndsWith127AndSaysSo() throws Exception {
    // given
    var tag = newTag();
    var engine = open();
    // when
    engine.submit(
        new Submission(
            tag, List.of("no-such-command"), Map.of(), Map.of(), Map.of(), Limits.DEFAULT));
    // then
    assertThat(awaitFinal(engine, tag))
        .isInstanceOfSatisfying(Ended.class, e -> assertThat(e.exit().code()).isEqualTo(127));
    assertThat(engine.directory(tag).paths().stderr()).content().contains("no-such-command");
  }

  @Test
  void progressIsReadFromTheChildsOwnFile() throws Exception {
    // given
    var tag = newTag();
    var engine = open();
    var script =
        "echo '{\"applicationId\":\"local-1\",\"tasks\":4,\"tasksDone\":2,\"later\":1}' > \"$WEIRWORKS_RUN_DIR/progress.json\"";
    // when
    engine.submit(shell(tag, script, Limits.DEFAULT));
    // then
    assertThat(awaitFinal(engine, tag))
        .isInstanceOfSatisfying(
            Ended.class,
            e ->
                assertThat(e.progress())
                    .isEqualTo(new Progress("local-1", 0, 0, 0, 0, 4, 2, 0, 0, 0, 0, 0, 0, 0)));
  }

  @Test
  void nonsenseInTheProgressFileIsNoProgress() throws Exception {
    // given
    var tag = newTag();
    var engine = open();
    // when
    engine.submit(shell(tag, "echo '{' > \"$WEIRWORKS_RUN_DIR/progress.json\"", Limits.DEFAULT));
    // then
    assertThat(awaitFinal(engine, tag))
        .isInstanceOfSatisfying(
            Ended.class, e -> assertThat(e.progress()).isEqualTo(Progress.NONE));
  }

  @Test
  void aTornExitFileIsALossNeverASuccess() throws Exception {
    // given
    var tag = newTag();
    var engine = open();
    engine.submit(endsWith(0, tag, starts()));
    awaitFinal(engine, tag);
    for (var torn : List.of("", "0", "0 \n", "0 done")) {
      // when
      Files.writeString(engine.directory(tag).path().resolve("exit"), torn);
      // then
      assertThat(engine.observe(tag)).as(torn).isInstanceOf(Observation.Lost.class);
    }
  }

  @Test
  void aRecycledPidIsNotTakenForTheSupervisor() throws Exception {
    // given a run whose supervisor's number now belongs to somebody else: this very JVM
    var tag = newTag();
    var engine = open();
    var run = engine.directory(tag);
    run.takeLock();
    var boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
    RunDirectory.write(
        run.path().resolve("supervisor"), ProcessHandle.current().pid() + " 1 " + boot + "\n");
    // when
    var observation = engine.observe(tag);
    var cancellation = engine.cancel(tag);
    // then nobody was hurt
    assertThat(observation).isInstanceOf(Lost.class);
    assertThat(cancellation).isEqualTo(new Cancellation.Confirmed(observation));
  }

  @Test
  void aMissingResourceIsSaidBeforeAnythingStarts() {
    var tag = newTag();
    var submission =
        new Submission(
            tag,
            List.of("true"),
            Map.of(),
            Map.of(),
            Map.of("x.jar", directory.resolve("nowhere.jar")),
            Limits.DEFAULT);
    assertThatThrownBy(() -> open().submit(submission))
        .hasMessageContaining("x.jar")
        .hasMessageContaining("nowhere.jar");
  }
}
