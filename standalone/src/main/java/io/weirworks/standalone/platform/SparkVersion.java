package io.weirworks.standalone.platform;

import io.weirworks.executor.spark.OpenLineageInstallation;
import io.weirworks.executor.spark.SparkInstallation;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Properties;

/** The Spark of this build and what listens to it, as the root POM pins them. */
final class SparkVersion {

  private static final Properties PINNED = read();

  private SparkVersion() {}

  static SparkInstallation installation() {
    return new SparkInstallation(
        PINNED.getProperty("spark.version"), PINNED.getProperty("spark.scala.version"));
  }

  static OpenLineageInstallation openLineage() {
    return new OpenLineageInstallation(
        PINNED.getProperty("openlineage.version"), PINNED.getProperty("spark.scala.version"));
  }

  /** Where {@link SparkInstallation#resolveInto} of this folder puts it. */
  static Path home(Path folder) {
    return folder.resolve("spark-" + PINNED.getProperty("spark.version"));
  }

  private static Properties read() {
    Properties pinned = new Properties();
    try (InputStream in =
        SparkVersion.class.getResourceAsStream("/io/weirworks/standalone/spark.properties")) {
      if (in == null) {
        throw new IllegalStateException("spark.properties is not in this jar");
      }
      pinned.load(in);
      return pinned;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
