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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Shell nodes from their code to their result, in real shells. */
class ShellNodeTest {
  private static final LocalSubmissions WITHOUT_SPARK =
      new LocalSubmissions(
          () -> {
            throw new AssertionError("a shell node needs no Spark");
          });

  @TempDir Path directory;

  private RunResult run(String code, List<String> arguments, Map<String, Path> resources)
      throws Exception {
    var engine =
        new LocalProcessEngine(
            directory.resolve("workspace"),
            Map.of("PATH", System.getenv("PATH")),
            InstantSource.system());
    var tag = new EngineTag(UUID.randomUUID(), 1, 1);
    var paths = engine.directory(tag).paths();
    var work = new NodeWork("DIDE_SHELL", code, arguments, List.of(), resources, Limits.DEFAULT);
    engine.submit(((Plan.Ready) WITHOUT_SPARK.plan(work, tag, paths, Instant.EPOCH)).submission());
    var end =
        await()
            .atMost(Duration.ofSeconds(30))
            .until(() -> engine.observe(tag), Observation::isFinal);
    return RunResult.of(NodeType.DIDE_SHELL, end, false, paths, SecretMask.of(List.of("hunter2")))
        .orElseThrow();
  }

  @Test
  void aNodesLastLineIsItsOutput() throws Exception {
    var result = run("echo first; echo \"$1,$2,hunter2\"", List.of("20260101", "a b"), Map.of());
    assertThat(result.outcome()).isEqualTo(new Outcome.Succeeded());
    assertThat(result.output())
        .isEqualTo(new OutputValue.Elements(List.of("20260101", "a b", "*******"), false));
  }

  @Test
  void aReferencedResourceLiesInTheWorkingDirectory() throws Exception {
    var resource = Files.writeString(directory.resolve("stored"), "content");
    var result =
        run("##@resource_reference{\"x.txt\"}\ncat x.txt", List.of(), Map.of("x.txt", resource));
    assertThat(result.output()).isEqualTo(new OutputValue.Elements(List.of("content"), false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "exit 3                  | NON_ZERO_EXIT     | 3",
        "false; echo not reached | NON_ZERO_EXIT     | 1",
        "'false | cat'           | NON_ZERO_EXIT     | 1",
        "echo $9                 | NON_ZERO_EXIT     | 1",
        "no-such-command         | COMMAND_NOT_FOUND | 127",
        "kill -KILL $$           | KILLED_BY_SIGNAL  | 137"
      })
  void eachFailureOfAScriptFailsTheNodeWithItsCodeAndGivesNoOutput(
      String code, FailureCode failure, int exitCode) throws Exception {
    var result = run("echo 1\n" + code, List.of(), Map.of());
    assertThat(result.outcome())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo(failure);
              assertThat(failed.exitCode()).isEqualTo(exitCode);
            });
    assertThat(result.output()).isEqualTo(new OutputValue.None());
  }
}
