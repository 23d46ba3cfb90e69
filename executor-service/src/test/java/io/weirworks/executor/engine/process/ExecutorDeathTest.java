package io.weirworks.executor.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weirworks.executor.engine.EngineFixture;
import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.Observation.Ended;
import io.weirworks.executor.engine.Observation.Prepared;
import io.weirworks.executor.engine.Observation.Running;
import io.weirworks.executor.engine.SubmitResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of jobs when executors are killed. */
class ExecutorDeathTest extends LocalProcessFixture {
  @Test
  void aJobOutlivesItsKilledExecutorAndItsTrueExitIsSeenByTheNext() throws Exception {
    // given an executor in another JVM
    var tag = EngineFixture.newTag();
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
    var tag = EngineFixture.newTag();
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
    var tag = EngineFixture.newTag();
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
        .redirectOutput(directory().resolve("runner.log").toFile())
        .start();
  }

  @Test
  void whatWasWrittenDownBeforeTheStartIsFoundAndStartsOnceWhenSubmittedAgain() throws Exception {
    // given an executor that died between writing down and starting
    var tag = EngineFixture.newTag();
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
}
