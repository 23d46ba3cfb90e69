package io.weirworks.executor.spark;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** Spark from the Maven registry with a metastore of its own, as the embedded default has it. */
public final class LocalSpark {

  private static final Path JAVA = Path.of(System.getProperty("java.home"), "bin", "java");
  private static final Duration BOUND = Duration.ofMinutes(3);

  private final Process metastore;
  private final SparkSettings settings;

  private LocalSpark(Process metastore, SparkSettings settings) {
    this.metastore = metastore;
    this.settings = settings;
  }

  /** Starts the metastore; its tables are below {@code directory}. */
  public static LocalSpark start(Path directory) throws IOException {
    SparkHome home =
        new SparkInstallation(
                System.getProperty("spark.version"), System.getProperty("spark.scala.version"))
            .resolveInto(Path.of("target", "spark"), (done, total, bytes) -> {});
    Path runtime = SparkRuntime.placeInto(directory);
    Path warehouse = directory.resolve("warehouse");
    MetastoreCommand command =
        new MetastoreCommand(JAVA, home, runtime, directory.resolve("metastore"), warehouse, 0);
    Process metastore =
        new ProcessBuilder(command.argv())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("metastore.log").toFile())
            .start();
    URI address = await().atMost(BOUND).until(command::address, Optional::isPresent).orElseThrow();
    SparkSettings settings =
        new SparkSettings(
            JAVA,
            home,
            runtime,
            address,
            warehouse,
            1,
            SparkSettings.JvmProfile.SHORT_JOBS,
            Optional.of(new LineageHook(openLineage())));
    return new LocalSpark(metastore, settings);
  }

  private static Path openLineage() throws IOException {
    return new OpenLineageInstallation(
            System.getProperty("openlineage.version"), System.getProperty("spark.scala.version"))
        .resolveInto(Path.of("target", "spark"));
  }

  /** The same Spark with another listener for lineage, or none. */
  public SparkSettings settings(Optional<LineageHook> lineage) {
    return new SparkSettings(
        settings.java(),
        settings.home(),
        settings.runtime(),
        settings.metastore(),
        settings.warehouse(),
        settings.cores(),
        settings.profile(),
        lineage);
  }

  public SparkSettings settings() {
    return settings;
  }

  /** Ends the metastore. */
  public void close() throws InterruptedException {
    metastore.destroyForcibly().waitFor();
  }
}
