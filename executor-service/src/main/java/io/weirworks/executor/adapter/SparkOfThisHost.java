package io.weirworks.executor.adapter;

import io.weirworks.executor.spark.SparkHome;
import io.weirworks.executor.spark.SparkRuntime;
import io.weirworks.executor.spark.SparkSettings;
import io.weirworks.executor.spark.SparkUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Spark as configured, looked for when a node needs it first. */
final class SparkOfThisHost implements Supplier<SparkSettings> {

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
      return new SparkSettings(
          java == null || java.isBlank()
              ? Path.of(System.getProperty("java.home"), "bin", "java")
              : Path.of(java),
          SparkHome.of(Path.of(home)),
          SparkRuntime.placeInto(workDirectory),
          URI.create(metastore),
          Path.of(warehouse),
          CORES,
          SparkSettings.JvmProfile.SHORT_JOBS);
    } catch (IOException e) {
      throw new SparkUnavailableException(String.valueOf(e.getMessage()), e);
    }
  }

  private static String required(@Nullable String value, String setting) {
    if (value == null || value.isBlank()) {
      throw new SparkUnavailableException(
          "this runner has no Spark: set weirworks.executor." + setting);
    }
    return value;
  }
}
