package io.weirworks.executor.spark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * A directory with Spark's jars in {@code jars/}: one that {@link SparkInstallation} made, or any
 * SPARK_HOME.
 */
public record SparkHome(Path directory) {
  /** Checks that it is one. */
  public static SparkHome of(Path directory) throws IOException {
    var home = new SparkHome(directory.toAbsolutePath());
    try {
      if (!home.has("spark-core_*.jar")) {
        throw new IOException(
            "SPARK_HOME " + directory + " has no spark-core jar in " + home.jars());
      }
    } catch (NoSuchFileException e) {
      throw new IOException("SPARK_HOME " + directory + " must have a directory 'jars'", e);
    }
    return home;
  }

  /** Whether there is a jar of such a name. */
  public boolean has(String glob) throws IOException {
    try (var found = Files.newDirectoryStream(jars(), glob)) {
      return found.iterator().hasNext();
    }
  }

  public Path jars() {
    return directory.resolve("jars");
  }
}
