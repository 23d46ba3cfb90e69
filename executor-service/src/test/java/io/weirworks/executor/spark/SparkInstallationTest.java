package io.weirworks.executor.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("spark")
class SparkInstallationTest {
  private static final String VERSION = System.getProperty("spark.version");
  private static final SparkInstallation SPARK =
      new SparkInstallation(VERSION, System.getProperty("spark.scala.version"));

  @TempDir Path directory;

  private static Stream<String> names(Path directory) throws IOException {
    try (var files = Files.list(directory)) {
      return files.map(p -> p.getFileName().toString()).toList().stream();
    }
  }

  @Test
  void twoThatResolveAtOnceGetTheSameWholeSparkAndLeaveNothingElse() throws Exception {
    // given
    var done = new AtomicInteger();
    var total = new AtomicInteger();
    SparkProgress progress =
        (jarsDone, jarsTotal, bytes) -> {
          done.set(jarsDone);
          total.set(jarsTotal);
        };
    // when
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var first = threads.submit(() -> SPARK.resolveInto(directory, progress));
      var second =
          threads.submit(() -> SPARK.resolveInto(directory, (jarsDone, jarsTotal, bytes) -> {}));
      // then
      assertThat(first.get()).isEqualTo(second.get());
    }
    assertThat(names(directory)).containsExactly("spark-" + VERSION);
    assertThat(total.get()).isGreaterThan(150);
    assertThat(done.get()).isEqualTo(total.get());
    assertThat(names(directory.resolve("spark-" + VERSION).resolve("jars")))
        .hasSize(total.get())
        .anyMatch(name -> name.startsWith("spark-hive_"))
        .noneMatch(name -> name.startsWith("rocksdbjni"));
  }

  @Test
  void whatIsThereIsNotResolvedAgain() throws Exception {
    // given
    Files.createFile(
        Files.createDirectories(directory.resolve("spark-" + VERSION).resolve("jars"))
            .resolve("spark-core_2.13-x.jar"));
    // when
    var home =
        SPARK.resolveInto(
            directory,
            (done, total, bytes) -> {
              throw new AssertionError("nothing to resolve");
            });
    // then
    assertThat(home.directory()).isEqualTo(directory.resolve("spark-" + VERSION));
  }

  @Test
  void aVersionThatDoesNotExistIsSaidWithWhatToDoAndLeavesNothing() throws Exception {
    var missing = new SparkInstallation("0.0.1", System.getProperty("spark.scala.version"));
    assertThatThrownBy(() -> missing.resolveInto(directory, (done, total, bytes) -> {}))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("Spark 0.0.1 could not be resolved")
        .hasMessageContaining("SPARK_HOME");
    assertThat(names(directory)).isEmpty();
  }
}
