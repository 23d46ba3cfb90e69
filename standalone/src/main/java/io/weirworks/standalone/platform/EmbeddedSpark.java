package io.weirworks.standalone.platform;

import io.weirworks.executor.spark.MetastoreSnapshotCommand;
import io.weirworks.executor.spark.SparkHome;
import io.weirworks.executor.spark.SparkRuntime;
import io.weirworks.infra.server.Folders;
import io.weirworks.standalone.StandaloneException;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The Spark of a platform: one that is there, or one that is fetched once.
 *
 * @param environment {@code SPARK_HOME} names a Spark that is there
 * @param view is told how far a fetch is
 */
public record EmbeddedSpark(DataFolder data, Map<String, String> environment, UpView view) {

  static final String SPARK_HOME = "SPARK_HOME";

  /** Where it is, or will be. */
  Path home() {
    return named().map(Path::of).orElseGet(() -> SparkVersion.home(data.spark()));
  }

  private Optional<String> named() {
    return Optional.ofNullable(environment.get(SPARK_HOME)).filter(home -> !home.isBlank());
  }

  /** Fetches it where it is not there. */
  SparkHome resolve() throws IOException {
    Folders.create(data.metastore());
    return named().isPresent()
        ? SparkHome.of(home())
        : SparkVersion.installation().resolveInto(data.spark(), view::fetchingSpark);
  }

  /** Our own classes for it. */
  Path runtime() throws IOException {
    return SparkRuntime.placeInto(data.metastore());
  }

  static Path java() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }

  /**
   * Where the embedded metastore is.
   *
   * @throws StandaloneException {@code NOT_RUNNING}
   */
  public URI metastore() {
    return new MetastoreProcess(data, environment, view)
        .status().stream()
            .filter(ComponentStatus::ready)
            .findFirst()
            .map(part -> URI.create("thrift://" + part.address()))
            .orElseThrow(
                () ->
                    new StandaloneException(
                        StandaloneException.Code.NOT_RUNNING,
                        "no metastore runs over %s; name one with --metastore"
                            .formatted(data.path())));
  }

  /** Where {@link #crawler}'s own words go. */
  public Path crawlerLog() {
    return data.log("crawl");
  }

  /**
   * A process that is not started yet: it tells the tables of a metastore on standard output.
   *
   * @param databases pattern of Hive's; empty: all
   * @throws IOException that says what could not be had and what to do about it
   */
  public ProcessBuilder crawler(URI metastore, Optional<String> databases) throws IOException {
    MetastoreSnapshotCommand command =
        new MetastoreSnapshotCommand(java(), resolve(), runtime(), metastore, databases);
    return new ProcessBuilder(command.argv()).redirectError(crawlerLog().toFile());
  }
}
