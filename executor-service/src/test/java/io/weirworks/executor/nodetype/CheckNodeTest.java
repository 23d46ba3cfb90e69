package io.weirworks.executor.nodetype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.Limits;
import io.weirworks.executor.engine.Observation;
import io.weirworks.executor.engine.process.LocalProcessEngine;
import io.weirworks.executor.outcome.FailureCode;
import io.weirworks.executor.outcome.Outcome;
import io.weirworks.executor.outcome.RunResult;
import io.weirworks.executor.output.OutputValue;
import io.weirworks.executor.runlog.SecretMask;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Row 34: check nodes from their settings to their result, on a real file system. */
class CheckNodeTest {
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final LocalSubmissions WITHOUT_SPARK =
      new LocalSubmissions(
          () -> {
            throw new AssertionError("a check node needs no Spark");
          });

  private final EngineTag tag = new EngineTag(UUID.randomUUID(), 1, 1);
  @TempDir Path directory;
  private LocalProcessEngine engine;

  @BeforeEach
  void open() throws Exception {
    engine =
        new LocalProcessEngine(
            directory.resolve("workspace"),
            Map.of("PATH", System.getenv("PATH")),
            InstantSource.system());
  }

  private static String everySecond(String path, int checks) {
    return """
        {"checkType":"FILE","condition":{"path":"%s"},"interval":1,"intervalUnit":"SECONDS",
         "stopStrategy":{"type":"CHECKS","checks":%d}}
        """
        .formatted(path, checks);
  }

  private static NodeWork work(String code) {
    return new NodeWork("CHECK_NODE", code, List.of(), List.of(), Map.of(), Limits.DEFAULT);
  }

  private void start(String code) throws Exception {
    var paths = engine.directory(tag).paths();
    var plan = WITHOUT_SPARK.plan(work(code), tag, paths, Instant.EPOCH);
    engine.submit(((Plan.Ready) plan).submission());
  }

  private RunResult end() throws Exception {
    var end = await().atMost(BOUND).until(() -> engine.observe(tag), Observation::isFinal);
    var paths = engine.directory(tag).paths();
    return RunResult.of(NodeType.CHECK_NODE, end, false, paths, SecretMask.NONE).orElseThrow();
  }

  private String log() throws Exception {
    return Files.readString(engine.directory(tag).paths().stdout());
  }

  @Test
  void succeedsOnceItsFileIsThereAndRunsUntilThen() throws Exception {
    // given
    var file = directory.resolve("it's $(done) ${x}");
    start(everySecond(file.toString(), 1_000));
    await().atMost(BOUND).until(() -> log().contains("look 1 of 1000"));
    assertThat(engine.observe(tag)).isInstanceOf(Observation.Running.class);
    // when
    Files.createFile(file);
    // then
    var result = end();
    assertThat(result.outcome()).isEqualTo(new Outcome.Succeeded());
    assertThat(result.output()).isEqualTo(new OutputValue.None());
    assertThat(log()).endsWith(file + " is there\n");
  }

  @Test
  void failsWithACodeOfItsOwnWhenItWasNotThereAtTheLastLook() throws Exception {
    // when
    start(everySecond(directory.resolve("never").toUri().toString(), 2));
    // then
    assertThat(end().outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> assertThat(failed.code()).isEqualTo(FailureCode.CHECK_TIMED_OUT));
    assertThat(log().lines()).hasSize(2);
    assertThat(engine.directory(tag).paths().stderr())
        .hasContent("The check found nothing in 2 looks, which is the most.");
  }

  @Test
  void isCancelledBetweenTwoLooks() throws Exception {
    // given
    start(everySecond("/nowhere/at/all", 1_000));
    await().atMost(BOUND).until(() -> log().contains("look 1"));
    // when
    engine.cancel(tag);
    // then
    assertThat(engine.observe(tag))
        .isInstanceOfSatisfying(
            Observation.Ended.class, ended -> assertThat(ended.exit().killed()).isTrue());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"checkType\":\"FILE\",\"condition\":{\"path\":\"/a\"b\"}} | are no JSON",
        "{\"checkType\":\"FTP\"} | checkType 'FTP' cannot be looked for here; FILE can",
        "{\"checkType\":\"FILE\",\"condition\":{\"path\":\"in/x\"}} | 'in/x' must be an absolute path",
        "{\"checkType\":\"FILE\",\"condition\":{\"path\":\"file:x\"}} | 'file:x' must be an absolute path",
        "{\"checkType\":\"FILE\",\"condition\":{\"path\":\"/x\"},\"interval\":5,\"stopStrategy\":{\"type\":\"NEVER\"}} | 'NEVER' must be TIME or CHECKS",
        "{\"checkType\":\"FILE\",\"condition\":{\"path\":\"/x\"},\"interval\":5,\"stopStrategy\":{\"type\":\"CHECKS\"}} | 0 checks must be at least 1",
        "{\"checkType\":\"FILE\",\"condition\":{\"path\":\"/x\"},\"interval\":5,\"stopStrategy\":{\"type\":\"TIME\",\"time\":\"25:00\"}} | 25:00"
      })
  void settingsThatCannotBeFollowedAreRefusedBeforeAnythingStarts(String code, String message) {
    assertThat(LocalSubmissions.refusal(work(code)))
        .hasValueSatisfying(
            refused -> {
              assertThat(refused.code()).isEqualTo(RefusalCode.INVALID_CHECK);
              assertThat(refused.message()).contains(message);
            });
  }
}
