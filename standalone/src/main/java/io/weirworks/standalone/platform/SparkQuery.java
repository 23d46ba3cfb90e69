package io.weirworks.standalone.platform;

import io.weirworks.executor.engine.RunPaths;
import io.weirworks.executor.spark.DriverMemory;
import io.weirworks.executor.spark.EffectiveConf;
import io.weirworks.executor.spark.SparkCommand;
import io.weirworks.executor.spark.SparkJob;
import io.weirworks.executor.spark.SparkSettings;
import io.weirworks.infra.process.LogTail;
import io.weirworks.infra.server.Folders;
import io.weirworks.standalone.StandaloneException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * Runs one query in a Spark of its own, where the data is, and ends it.
 *
 * @param metastore whose tables it reads
 */
public record SparkQuery(DataFolder data, EmbeddedSpark spark, URI metastore) {

  private static final long PATIENCE_MINUTES = 10;
  private static final DriverMemory MEMORY = new DriverMemory(768);

  /** One task reads and one counts: a sample is small. */
  private static final EffectiveConf.Layer CONF =
      new EffectiveConf.Layer("profile", Map.of("spark.sql.shuffle.partitions", "1"));

  /**
   * Its rows as spark-runtime keeps them ({@code RowsOutput}).
   *
   * @throws StandaloneException {@code PROFILE_FAILED} with the end of Spark's log
   */
  public String rows(String sql) throws IOException {
    Folders.create(data.work());
    Path directory = Files.createTempDirectory(data.work(), "profile-");
    try {
      Path script = Files.writeString(directory.resolve("profile.sql"), sql);
      RunPaths paths = new RunPaths(directory, directory.resolve("tmp"));
      Folders.create(paths.temporary());
      await(builder(script, paths).start());
      return Files.readString(paths.output());
    } finally {
      Folders.delete(directory);
    }
  }

  private ProcessBuilder builder(Path script, RunPaths paths) throws IOException {
    SparkSettings settings =
        new SparkSettings(
            EmbeddedSpark.java(),
            spark.resolve(),
            spark.runtime(),
            metastore,
            data.warehouse(),
            1,
            SparkSettings.JvmProfile.SHORT_JOBS,
            Optional.empty());
    SparkCommand command = new SparkCommand(settings);
    List<String> argv =
        command.argv(
            command.conf(List.of(CONF), paths),
            MEMORY,
            paths,
            SparkJob.sql(script.toString(), paths));
    ProcessBuilder builder =
        new ProcessBuilder(argv)
            .directory(paths.side().toFile())
            .redirectErrorStream(true)
            .redirectOutput(log().toFile());
    builder.environment().putAll(SparkCommand.environment());
    return builder;
  }

  private Path log() {
    return data.log("profile");
  }

  private void await(Process process) throws IOException {
    try {
      boolean ended = process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES);
      if (!ended || process.exitValue() != 0) {
        throw new StandaloneException(
            StandaloneException.Code.PROFILE_FAILED,
            "Spark %s; the end of its log:%n%s"
                .formatted(
                    ended
                        ? "ended with " + process.exitValue()
                        : "was stopped after %d minutes".formatted(PATIENCE_MINUTES),
                    LogTail.of(log())));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while Spark counts");
    } finally {
      process.destroyForcibly();
    }
  }
}
