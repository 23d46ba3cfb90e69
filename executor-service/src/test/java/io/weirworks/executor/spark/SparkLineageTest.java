package io.weirworks.executor.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weirworks.executor.engine.EngineTag;
import io.weirworks.executor.engine.Limits;
import io.weirworks.executor.engine.Observation;
import io.weirworks.executor.engine.Observation.Ended;
import io.weirworks.executor.engine.RunPaths;
import io.weirworks.executor.engine.process.LocalProcessEngine;
import io.weirworks.executor.lineage.LineageEvents;
import io.weirworks.executor.lineage.LineageLimits;
import io.weirworks.executor.nodetype.LocalSubmissions;
import io.weirworks.executor.nodetype.NodeWork;
import io.weirworks.executor.nodetype.Plan;
import io.weirworks.executor.runlog.SecretMask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real Spark with openlineage-spark, without it, and with it broken (field-failures R54). */
@Tag("spark")
class SparkLineageTest {
  private static final Duration BOUND = Duration.ofMinutes(3);
  private static final int ROUNDS = 2;

  /** What the script takes at most on a machine of its own (engines.md 1.4); else it shares one. */
  private static final Duration ALONE = Duration.ofSeconds(10);

  private static final String SCRIPT =
      """
      CREATE TABLE t# USING parquet AS SELECT id, id % 7 AS k FROM range(1000);
      CREATE TABLE s# USING parquet AS SELECT k, count(1) AS n FROM t# GROUP BY k;
      SELECT n FROM s# WHERE k = 0
      """;

  @TempDir static Path directory;
  private static LocalSpark spark;

  private final LocalProcessEngine engine;

  /** How a run went: its exit, how long it took, what it printed. */
  private record Run(Ended end, Duration took, RunPaths paths) {
    String outcome() throws IOException {
      return end.exit().code() + " " + Files.readString(paths.stdout());
    }

    LineageEvents events() throws IOException {
      return LineageEvents.read(paths, SecretMask.NONE, LineageLimits.DEFAULT);
    }
  }

  SparkLineageTest() throws IOException {
    engine =
        new LocalProcessEngine(
            directory.resolve("workspace"),
            Map.of("PATH", System.getenv("PATH")),
            InstantSource.system());
  }

  @BeforeAll
  static void startMetastore() throws IOException {
    spark = LocalSpark.start(directory);
  }

  @AfterAll
  static void stopMetastore() throws InterruptedException {
    spark.close();
  }

  private EngineTag tag() {
    return new EngineTag(UUID.randomUUID(), 1, 1);
  }

  private Run run(EngineTag tag, Optional<LineageHook> hook) throws Exception {
    var paths = engine.directory(tag).paths();
    var code = SCRIPT.replace("#", tag.run().toString().replace("-", ""));
    var work = new NodeWork("EMR_SPARK_SQL", code, List.of(), List.of(), Map.of(), Limits.DEFAULT);
    var settings = spark.settings(hook);
    var plan = new LocalSubmissions(() -> settings).plan(work, tag, paths, Instant.EPOCH);
    var begin = System.nanoTime();
    engine.submit(((Plan.Ready) plan).submission());
    var end = (Ended) await().atMost(BOUND).until(() -> engine.observe(tag), Observation::isFinal);
    return new Run(end, Duration.ofNanos(System.nanoTime() - begin), paths);
  }

  @Test
  void listeningCostsARunNoMoreThanTwoPercentOrFiveSeconds() throws Exception {
    // given
    var off = Duration.ofDays(1);
    var on = off;
    // when
    for (int round = 0; round < ROUNDS; round++) {
      var without = run(tag(), Optional.empty());
      var with = run(tag(), spark.settings().lineage());
      assertThat(with.outcome()).isEqualTo(without.outcome()).startsWith("0 143");
      assertThat(with.events().dropped()).as(with.events().missing()).isZero();
      assertThat(with.events().commands()).hasSize(1);
      assertThat(without.events().isEmpty()).isTrue();
      off = without.took().compareTo(off) < 0 ? without.took() : off;
      on = with.took().compareTo(on) < 0 ? with.took() : on;
    }
    // then
    double share = Math.max(1, (double) off.toMillis() / ALONE.toMillis());
    System.out.printf(
        "listening: off %d ms, on %d ms, machine shared by %.1f%n",
        off.toMillis(), on.toMillis(), share);
    var bound = share * Math.max(off.toMillis() / 50, 5_000);
    assertThat((double) on.toMillis() - off.toMillis()).isLessThanOrEqualTo(bound);
  }

  @Test
  void aRunWithoutTheJarIsGreenAndSaysSo() throws Exception {
    var run = run(tag(), Optional.of(new LineageHook(directory.resolve("missing.jar"))));
    assertThat(run.outcome()).startsWith("0 143");
    assertThat(run.events().missing()).isEqualTo("openlineage-spark is not on the class path");
    assertThat(run.events().dropped()).isOne();
  }

  @Test
  void aRunWhoseJarIsGarbageIsGreen() throws Exception {
    var jar = Files.writeString(directory.resolve("garbage.jar"), "no jar");
    assertThat(run(tag(), Optional.of(new LineageHook(jar))).outcome()).startsWith("0 143");
  }

  @Test
  void aRunThatCannotWriteItsEventsIsGreenAndSaysSo() throws Exception {
    // given a directory where the file should be
    var tag = tag();
    var paths = engine.directory(tag).paths();
    Files.createDirectories(paths.openLineage());
    // when
    var run = run(tag, spark.settings().lineage());
    // then
    assertThat(run.outcome()).startsWith("0 143");
    assertThat(paths.stderr()).content().contains("lineage of this application is incomplete");
  }
}
