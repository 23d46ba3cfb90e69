package io.weirworks.standalone.platform;

import io.weirworks.executor.spark.MetastoreCommand;
import io.weirworks.executor.spark.SparkHome;
import io.weirworks.infra.process.Launch;
import io.weirworks.infra.process.LogTail;
import io.weirworks.infra.process.ManagedProcess;
import io.weirworks.infra.process.Waiting;
import io.weirworks.infra.server.ServerFolder;
import io.weirworks.standalone.StandaloneException;
import io.weirworks.standalone.platform.ComponentStatus.State;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The Hive metastore of the embedded warehouse, so that several Spark children work at once
 * (engines 1.5). Spark is fetched once, unless there is one.
 *
 * @param environment {@code SPARK_HOME} names a Spark that is there
 */
record MetastoreProcess(DataFolder data, Map<String, String> environment, UpView view)
    implements PlatformProcess {

  private static final String NAME = "metastore";
  private static final String OPENLINEAGE_JAR = "WEIRWORKS_OPENLINEAGE_JAR";
  private static final Duration READY_LIMIT = Duration.ofMinutes(3);
  private static final Duration STOP_GRACE = Duration.ofSeconds(30);

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public void start() {
    if (running().isPresent()) {
      return;
    }
    try {
      fetchOpenLineage();
      SparkHome home = spark().resolve();
      MetastoreCommand command =
          new MetastoreCommand(
              EmbeddedSpark.java(),
              home,
              spark().runtime(),
              data.metastore(),
              data.warehouse(),
              port());
      folder().requireFree(NAME);
      Files.deleteIfExists(data.metastore().resolve("metastore.port"));
      ManagedProcess started =
          ManagedProcess.start(
              new Launch(
                  command.argv(), Map.of(), data.path(), data.log(NAME), data.pidFile(NAME)));
      Waiting.until(READY_LIMIT, () -> !started.isAlive() || address().isPresent());
    } catch (IOException e) {
      throw new StandaloneException(
          StandaloneException.Code.NOT_READY,
          e.getMessage() + "; 'up --no-spark' starts the platform without it",
          e);
    }
    if (address().isEmpty() || running().isEmpty()) {
      throw new StandaloneException(
          StandaloneException.Code.NOT_READY,
          "the metastore did not start; the end of its log:%n%s".formatted(logTail()));
    }
  }

  /** Kept over restarts, so that what was told of it stays true. */
  private synchronized int port() {
    return folder().port(NAME);
  }

  private ServerFolder folder() {
    return new ServerFolder(data.run());
  }

  /** What a runner is told of it, before it is ready already. */
  Map<String, String> told() {
    return Map.of(
        EmbeddedSpark.SPARK_HOME,
        spark().home().toString(),
        "WEIRWORKS_METASTORE_URI",
        "thrift://127.0.0.1:" + port(),
        "WEIRWORKS_WAREHOUSE",
        data.warehouse().toString(),
        OPENLINEAGE_JAR,
        openLineageJar().toString());
  }

  private Path openLineageJar() {
    String named = environment.getOrDefault(OPENLINEAGE_JAR, "");
    return named.isBlank() ? SparkVersion.openLineage().jar(data.spark()) : Path.of(named);
  }

  /** Before Spark, so that it is there for the first job; a platform without it is whole. */
  private void fetchOpenLineage() {
    boolean wanted = !"false".equals(environment.get("WEIRWORKS_EXECUTOR_LINEAGE"));
    if (wanted && environment.getOrDefault(OPENLINEAGE_JAR, "").isBlank()) {
      try {
        SparkVersion.openLineage().resolveInto(data.spark());
      } catch (IOException e) {
        view.line(String.valueOf(e.getMessage()));
      }
    }
  }

  private EmbeddedSpark spark() {
    return new EmbeddedSpark(data, environment, view);
  }

  private Optional<URI> address() {
    try {
      return new MetastoreCommand(
              Path.of("java"),
              new SparkHome(spark().home()),
              data.metastore(),
              data.metastore(),
              data.warehouse(),
              port())
          .address();
    } catch (IOException e) {
      throw new StandaloneException(
          StandaloneException.Code.FILE, "cannot read the port of the metastore", e);
    }
  }

  @Override
  public void stop() {
    running().ifPresent(process -> process.terminate(STOP_GRACE));
  }

  @Override
  public OptionalLong pid() {
    return running()
        .map(process -> OptionalLong.of(process.identity().pid()))
        .orElse(OptionalLong.empty());
  }

  @Override
  public List<ComponentStatus> status() {
    String log = data.log(NAME).toString();
    Optional<String> address = address().map(URI::getAuthority);
    if (pid().isEmpty() || address.isEmpty()) {
      return List.of(
          new ComponentStatus(NAME, NAME, State.STOPPED, null, null, false, "not running", log));
    }
    Readiness readiness = ReadinessProbe.tcp(address.get());
    return List.of(
        new ComponentStatus(
            NAME,
            NAME,
            State.RUNNING,
            pid().getAsLong(),
            address.get(),
            readiness.ready(),
            readiness.reason(),
            log));
  }

  @Override
  public String logTail() {
    return LogTail.of(data.log(NAME));
  }

  private Optional<ManagedProcess> running() {
    return ManagedProcess.find(data.pidFile(NAME));
  }
}
