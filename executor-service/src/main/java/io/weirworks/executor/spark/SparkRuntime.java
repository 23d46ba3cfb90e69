package io.weirworks.executor.spark;

import io.weirworks.spark.SqlNodeMain;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/**
 * Our own classes for Spark's JVMs (module {@code spark-runtime}) as a class path entry that holds
 * nothing else.
 */
public final class SparkRuntime {
  private static final String PACKAGE = "io/weirworks/spark";
  private static final String LOGGING = "log4j2.properties";

  private SparkRuntime() {}

  /**
   * Copies them out of wherever this program was packaged into {@code directory/spark-runtime},
   * anew at each start, and returns that.
   */
  public static Path placeInto(Path directory) throws IOException {
    var place = Files.createDirectories(directory.toAbsolutePath().resolve("spark-runtime"));
    var source = codeSource();
    if (Files.isDirectory(source)) {
      copy(source, place);
    } else {
      try (var jar = FileSystems.newFileSystem(source)) {
        copy(jar.getPath("/"), place);
      }
    }
    return place;
  }

  private static Path codeSource() throws IOException {
    try {
      return Path.of(SqlNodeMain.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IOException("the place of " + SqlNodeMain.class.getName() + " is not a file", e);
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.resolve(PACKAGE));
    try (Stream<Path> classes = Files.list(from.resolve(PACKAGE))) {
      for (var file : classes.toList()) {
        place(file, to.resolve(PACKAGE).resolve(file.getFileName().toString()));
      }
    }
    place(from.resolve(LOGGING), to.resolve(LOGGING));
  }

  /** By rename: a JVM of an earlier executor may be reading the old file. */
  private static void place(Path source, Path target) throws IOException {
    var temporary =
        Files.createTempFile(target.resolveSibling("."), target.getFileName().toString(), ".tmp");
    Files.copy(source, temporary, StandardCopyOption.REPLACE_EXISTING);
    Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
  }
}
