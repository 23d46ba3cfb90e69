package io.weirworks.executor.adapter;

import io.weirworks.executor.spark.LineageHook;
import io.weirworks.executor.spark.SparkHome;
import io.weirworks.executor.spark.SparkRuntime;
import io.weirworks.executor.spark.SparkSettings;
import io.weirworks.executor.spark.SparkUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Spark as configured, looked for when a node needs it first. */
final class SparkOfThisHost implements Supplier<SparkSettings> {

  private static final Logger LOG = LoggerFactory.getLogger(SparkOfThisHost.class);

  /** A local Spark is one compute unit. */
  private static final int CORES = 1;

  private final ExecutorConfiguration configuration;
  private final Path workDirectory;
  private @Nullable SparkSettings found;

  SparkOfThisHost(ExecutorConfiguration configuration, Path workDirectory) {
    this.configuration = configuration;
    this.workDirectory = workDirectory;
  }

  @Override
  public synchronized SparkSettings get() {
    if (found == null) {
      found = look();
    }
    return found;
  }

  private SparkSettings look() {
    String home = required(configuration.sparkHome(), "spark-home (SPARK_HOME)");
    String metastore =
        required(configuration.metastoreUri(), "metastore-uri (WEIRWORKS_METASTORE_URI)");
    String warehouse = required(configuration.warehouse(), "warehouse (WEIRWORKS_WAREHOUSE)");
    String java = configuration.sparkJava();
    try {
      SparkHome spark = SparkHome.of(Path.of(home));
      return new SparkSettings(
          java == null || java.isBlank()
              ? Path.of(System.getProperty("java.home"), "bin", "java")
              : Path.of(java),
          spark,
          SparkRuntime.placeInto(workDirectory),
          URI.create(metastore),
          Path.of(warehouse),
          CORES,
          SparkSettings.JvmProfile.SHORT_JOBS,
          lineage(spark));
    } catch (IOException e) {
      throw new SparkUnavailableException(String.valueOf(e.getMessage()), e);
    }
  }

  /** Said once; each job says it too, where lineage looks for it. */
  private Optional<LineageHook> lineage(SparkHome spark) throws IOException {
    if (!configuration.lineage()) {
      return Optional.empty();
    }
    String named = configuration.openlineageJar();
    Path jar = named == null || named.isBlank() ? null : Path.of(named);
    if (jar == null ? !spark.has("openlineage-spark_*.jar") : !Files.isRegularFile(jar)) {
      LOG.warn(
          "no openlineage-spark at {}: Spark jobs run without, and lineage of their runs has a gap",
          jar == null ? spark.jars() : jar);
    }
    return Optional.of(new LineageHook(jar));
  }

  private static String required(@Nullable String value, String setting) {
    if (value == null || value.isBlank()) {
      throw new SparkUnavailableException(
          "this runner has no Spark: set weirworks.executor." + setting);
    }
    return value;
  }
}
