package io.weirworks.executor.spark;

import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Asks a Hive metastore for its tables by the client that Spark brings; they come as JSON lines on
 * standard output, the words of the client on standard error.
 *
 * @param databases pattern of Hive's, such as {@code sales*|flights}; empty: all
 */
public record MetastoreSnapshotCommand(
    Path java, SparkHome home, Path runtime, URI metastore, Optional<String> databases) {
  public List<String> argv() {
    var argv =
        new ArrayList<>(
            List.of(
                java.toString(),
                "-Xmx256m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:+IgnoreUnrecognizedVMOptions",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                runtime + File.pathSeparator + home.jars().resolve("*"),
                "io.weirworks.spark.MetastoreSnapshotMain",
                metastore.toString()));
    databases.ifPresent(argv::add);
    return List.copyOf(argv);
  }
}
