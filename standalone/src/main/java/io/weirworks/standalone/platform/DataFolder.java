package io.weirworks.standalone.platform;

import io.weirworks.infra.server.Folders;
import io.weirworks.infra.server.ServerFolder;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where one platform keeps all that it has: data, logs, pid files, ports.
 *
 * @param path absolute
 */
public record DataFolder(Path path) {

  public DataFolder {
    path = path.toAbsolutePath().normalize();
  }

  /** Makes the folders that processes find when they start; only our user comes in. */
  void create() {
    Folders.create(new ServerFolder(path).path());
    Folders.create(run());
    Folders.create(logs());
    Folders.create(work());
  }

  public boolean exists() {
    return Files.isDirectory(run());
  }

  Path run() {
    return path.resolve("run");
  }

  Path logs() {
    return path.resolve("logs");
  }

  Path pidFile(String process) {
    return run().resolve(process + ".pid");
  }

  Path log(String process) {
    return logs().resolve(process + ".log");
  }

  Path kafka() {
    return path.resolve("kafka");
  }

  Path database() {
    return path.resolve("database");
  }

  /** The embedded Spark, unless the environment names one. */
  Path spark() {
    return path.resolve("spark");
  }

  Path metastore() {
    return path.resolve("metastore");
  }

  /** Tables of the embedded Spark. */
  Path warehouse() {
    return path.resolve("warehouse");
  }

  /** The executor's: what runs leave, their logs included. */
  Path work() {
    return path.resolve("work");
  }

  /** What {@code demo} reads and writes. */
  public Path demo() {
    return path.resolve("demo");
  }
}
