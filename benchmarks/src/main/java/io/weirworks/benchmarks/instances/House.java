package io.weirworks.benchmarks.instances;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.weirworks.benchmarks.measure.CpuClock;
import io.weirworks.benchmarks.measure.Progress;
import io.weirworks.benchmarks.measure.ThreadClock;
import io.weirworks.infra.broker.EmbeddedBroker;
import io.weirworks.infra.database.EmbeddedDatabase;
import io.weirworks.infra.process.Launch;
import io.weirworks.infra.process.LogTail;
import io.weirworks.infra.process.ManagedProcess;
import io.weirworks.messaging.storage.DatabaseSessions;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.Topic;
import io.weirworks.schemas.TopicKind;
import io.weirworks.schemas.Topics;
import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Broker, database and the services' JVM, as the embedded default has them, made for one run. */
final class House implements AutoCloseable {

  static final int PARTITIONS = 12;

  private static final Duration GRACE = Duration.ofSeconds(30);

  private final Path folder;
  private final EmbeddedBroker broker;
  private final EmbeddedDatabase database;
  private final Admin admin;
  private final ManagedProcess services;
  private final HikariDataSource pool;

  /**
   * Starts everything but waits for nobody.
   *
   * @param slots how many runs the runner carries at once
   * @param flags further flags of the services' JVM
   */
  House(Path folder, EmbeddedBroker broker, EmbeddedDatabase database, int slots, String flags) {
    this.folder = folder;
    this.broker = broker;
    this.database = database;
    broker.start();
    database.start();
    for (Service service : List.of(Service.SCHEDULER, Service.EXECUTOR)) {
      database.createSchema(schema(service));
    }
    this.admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    makeTopics();
    this.services = ManagedProcess.start(launch(slots, flags));
    this.pool = pool();
  }

  private static String schema(Service service) {
    return "bench_" + service.id();
  }

  private void makeTopics() {
    List<NewTopic> topics =
        Topics.all().stream()
            .filter(topic -> topic.service() != Service.LINEAGE)
            .map(House::newTopic)
            .toList();
    try {
      admin.createTopics(topics).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException("the topics cannot be made", e);
    }
  }

  private static NewTopic newTopic(Topic topic) {
    return new NewTopic(topic.name(), PARTITIONS, (short) 1).configs(topic.config());
  }

  private HikariDataSource pool() {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(database.jdbcUrl(schema(Service.SCHEDULER)));
    config.setUsername(database.user());
    config.setPassword(database.password());
    config.setMaximumPoolSize(1);
    return new HikariDataSource(DatabaseSessions.configure(config));
  }

  private Launch launch(int slots, String flags) {
    Map<String, String> told = new HashMap<>();
    told.put("CLASSPATH", classPath());
    told.put("KAFKA_BOOTSTRAP_SERVERS", broker.bootstrapServers());
    told.put("WEIRWORKS_WORK_DIR", folder.resolve("work").toString());
    told.put("WEIRWORKS_EXECUTOR_SLOTS", Integer.toString(slots));
    // a no-op needs nothing of the machine: compute units are not what holds runs back here
    told.put("WEIRWORKS_EXECUTOR_CORES", "1000");
    told.put("WEIRWORKS_EXECUTOR_MEMORY_GIB", "4000");
    for (Service service : List.of(Service.SCHEDULER, Service.EXECUTOR)) {
      told.put("WEIRWORKS_" + service.name() + "_PORT", "0");
      told.put("WEIRWORKS_" + service.name() + "_DATABASE_URL", database.jdbcUrl(schema(service)));
      told.put("WEIRWORKS_" + service.name() + "_DATABASE_USER", database.user());
      told.put("WEIRWORKS_" + service.name() + "_DATABASE_PASSWORD", database.password());
    }
    return new Launch(
        command(flags),
        told,
        folder,
        folder.resolve("services.log"),
        folder.resolve("services.pid"));
  }

  /** As the embedded default starts it, so with its heap and its collector. */
  private static List<String> command(String flags) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.weirworks",
            "-Duser.timezone=UTC",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xmx768m"));
    command.addAll(Arrays.stream(flags.split(" ")).filter(flag -> !flag.isBlank()).toList());
    command.add(ServicesProgram.class.getName());
    return command;
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * Nothing is waited for that cannot come any more.
   *
   * @throws IllegalStateException where the services have ended, with the end of their log
   */
  void requireServices() {
    if (!services.isAlive()) {
      throw new IllegalStateException(
          "the services have ended: " + LogTail.of(folder.resolve("services.log")));
    }
  }

  String bootstrap() {
    return broker.bootstrapServers();
  }

  String databaseVersion() {
    return database.version();
  }

  HikariDataSource database() {
    return pool;
  }

  CpuClock cpu() {
    return new CpuClock(
        Map.of(
            "services", services.identity().pid(),
            "broker", broker.pid(),
            "database", database.pid(),
            "harness", ProcessHandle.current().pid()));
  }

  ThreadClock threads() {
    return new ThreadClock(services.identity().pid());
  }

  Progress progress(Service service, TopicKind kind) {
    return new Progress(admin, service.topic(kind), PARTITIONS);
  }

  @Override
  public void close() {
    admin.close();
    pool.close();
    services.terminate(GRACE);
    broker.discard();
    database.discard();
  }
}
