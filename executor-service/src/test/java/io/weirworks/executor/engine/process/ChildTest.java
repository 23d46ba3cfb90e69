package io.weirworks.executor.engine.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.weirworks.executor.engine.EngineFixture;
import io.weirworks.executor.engine.Limits;
import io.weirworks.executor.engine.Observation.Ended;
import io.weirworks.executor.engine.Observation.Prepared;
import io.weirworks.executor.engine.Progress;
import io.weirworks.executor.engine.Submission;
import io.weirworks.executor.engine.SubmitResult;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a child gets, and what it can tell. */
class ChildTest extends LocalProcessFixture {
  @Test
  void aChildGetsAPrivateTemporaryDirectoryAndNothingOfOurEnvironment() throws Exception {
    // given
    var tag = EngineFixture.newTag();
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
    var tag = EngineFixture.newTag();
    var engine = open();
    var resource = Files.writeString(directory().resolve("some resource"), "content");
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
    var tag = EngineFixture.newTag();
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
    var tag = EngineFixture.newTag();
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
    var tag = EngineFixture.newTag();
    var engine = open();
    // when
    engine.submit(shell(tag, "echo '{' > \"$WEIRWORKS_RUN_DIR/progress.json\"", Limits.DEFAULT));
    // then
    assertThat(awaitFinal(engine, tag))
        .isInstanceOfSatisfying(
            Ended.class, e -> assertThat(e.progress()).isEqualTo(Progress.NONE));
  }

  @Test
  void aMissingResourceIsSaidBeforeAnythingStarts() {
    var tag = EngineFixture.newTag();
    var submission =
        new Submission(
            tag,
            List.of("true"),
            Map.of(),
            Map.of(),
            Map.of("x.jar", directory().resolve("nowhere.jar")),
            Limits.DEFAULT);
    assertThatThrownBy(() -> open().submit(submission))
        .hasMessageContaining("x.jar")
        .hasMessageContaining("nowhere.jar");
  }

  @Test
  void aSupervisorThatCannotStartIsSaidWithItsLastWordsAndNothingRuns() throws Exception {
    // given an environment in which no shell is found
    var tag = EngineFixture.newTag();
    var engine =
        new LocalProcessEngine(workspace(), Map.of("PATH", "/nowhere"), () -> Instant.EPOCH);
    // when
    var result = engine.submit(endsWith(0, tag, starts()));
    // then
    assertThat(result)
        .isInstanceOfSatisfying(
            SubmitResult.NotStarted.class,
            n -> assertThat(n.reason()).contains("127").contains("sh"));
    assertThat(engine.observe(tag)).isEqualTo(new Prepared());
    assertThat(startsSeen()).isZero();
  }
}
