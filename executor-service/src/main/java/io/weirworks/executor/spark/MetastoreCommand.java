package io.weirworks.executor.spark;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Starts the Hive metastore of the embedded warehouse: 2.8 s, about 230 MB (engines.md 1.5).
 *
 * @param directory where it keeps its tables and writes its port
 * @param port to listen on; 0: any free one
 */
public record MetastoreCommand(
    Path java, SparkHome home, Path runtime, Path directory, Path warehouse, int port) {
  public List<String> argv() {
    return List.of(
        java.toString(),
        "-Xmx384m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-XX:+IgnoreUnrecognizedVMOptions",
        "--enable-native-access=ALL-UNNAMED",
        "-cp",
        runtime + File.pathSeparator + home.jars().resolve("*"),
        "io.weirworks.spark.MetastoreMain",
        directory.toAbsolutePath().toString(),
        warehouse.toAbsolutePath().toString(),
        Integer.toString(port));
  }

  /**
   * Where a started metastore serves; empty until it is ready. A file of an earlier life counts
   * until the new one begins.
   */
  public Optional<URI> address() throws IOException {
    try {
      var port = Files.readString(directory.resolve("metastore.port")).strip();
      return Optional.of(URI.create("thrift://127.0.0.1:" + Integer.parseInt(port)));
    } catch (NoSuchFileException _) {
      return Optional.empty();
    }
  }
}
