package io.weirworks.executor.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weirworks.executor.engine.Cancellation;
import io.weirworks.executor.engine.EngineFixture;
import io.weirworks.executor.engine.Limits;
import io.weirworks.executor.engine.Observation;
import io.weirworks.executor.engine.Observation.Ended;
import io.weirworks.executor.engine.Observation.Lost;
import io.weirworks.executor.engine.Observation.Unsupervised;
import io.weirworks.executor.engine.SubmitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How whole process trees end, and what is known when their supervisor was killed. */
class ProcessTreeTest extends LocalProcessFixture {
  @Test
  void aPreparedJobThatIsCancelledNeverStarts() throws Exception {
    // given
    var tag = EngineFixture.newTag();
    var submission = endsWith(0, tag, starts());
    var engine = open();
    new Supervisor(BASE).prepare(engine.directory(tag), submission);
    // when
    var cancellation = engine.cancel(tag);
    var process = new Supervisor(BASE).start(engine.directory(tag), submission);
    // then a supervisor that was late refuses
    EngineFixture.assertCancelled(cancellation);
    assertThat(process.waitFor()).isEqualTo(97);
    assertThat(startsSeen()).isZero();
  }

  @Test
  void cancelEndsAWholeTreeThatIgnoresTermWithinGraceAndBound() throws Exception {
    // given children, a grandchild, one that left the session, all deaf to TERM
    var tag = EngineFixture.newTag();
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
    EngineFixture.assertCancelled(cancellation);
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
    assertThat(new ProcessTable().members(engine.directory(tag))).isEmpty();
    assertThat(engine.observe(tag))
        .isInstanceOfSatisfying(Ended.class, e -> assertThat(e.exit().code()).isEqualTo(137));
  }

  @Test
  void aJobThatHeedsTermEndsGracefullyAndItsCleanUpRuns() throws Exception {
    // given
    var tag = EngineFixture.newTag();
    var engine = open();
    var cleaned = directory().resolve("cleaned");
    var script =
        "trap 'echo cleaned >> \"%s\"; exit 5' TERM; echo started >> '%s'; while :; do sleep 0.02; done"
            .formatted(cleaned, starts());
    engine.submit(shell(tag, script, Limits.DEFAULT));
    awaitStarted(engine, tag);
    // when
    var cancellation = engine.cancel(tag);
    // then
    EngineFixture.assertCancelled(cancellation);
    assertThat(engine.observe(tag))
        .isInstanceOfSatisfying(Ended.class, e -> assertThat(e.exit().code()).isEqualTo(5));
    assertThat(cleaned).hasContent("cleaned\n");
  }

  @Test
  void aKilledSupervisorMakesTheOutcomeUnknownNeverASuccess() throws Exception {
    // given
    var tag = EngineFixture.newTag();
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
    var tag = EngineFixture.newTag();
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
    EngineFixture.assertCancelled(cancellation);
    assertThat(new ProcessTable().members(engine.directory(tag))).isEmpty();
  }

  @Test
  void whatAFinishedScriptLeftInTheBackgroundEndsWithIt() throws Exception {
    // given
    var tag = EngineFixture.newTag();
    var engine = open();
    // when
    engine.submit(shell(tag, "sleep 1000 & exit 0", Limits.DEFAULT));
    // then
    assertThat(awaitFinal(engine, tag)).isInstanceOf(Ended.class);
    await().atMost(BOUND).until(() -> new ProcessTable().members(engine.directory(tag)).isEmpty());
  }

  @Test
  void aTornExitFileIsALossNeverASuccess() throws Exception {
    // given
    var tag = EngineFixture.newTag();
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
    var tag = EngineFixture.newTag();
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
}
