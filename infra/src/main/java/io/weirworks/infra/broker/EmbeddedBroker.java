package io.weirworks.infra.broker;

import io.weirworks.infra.process.Launch;
import io.weirworks.infra.server.EmbeddedServer;
import io.weirworks.infra.server.Preparation;
import io.weirworks.infra.server.ServerFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.Uuid;

/**
 * A real Kafka broker (KRaft, broker and controller in one) in a JVM of its own, on loopback, over
 * a folder of data that is formatted once. It outlives the process that started it.
 */
public final class EmbeddedBroker extends EmbeddedServer implements Broker {

  private static final String CLIENT = "client";
  private static final String CONTROLLER = "controller";
  private static final String LOGGING = "io/weirworks/infra/broker/broker-logback.xml";
  private static final int ANSWER_LIMIT_MILLIS = 5_000;

  private final BrokerSettings settings;

  public EmbeddedBroker(Path folder, BrokerSettings settings) {
    super("the embedded Kafka broker", new ServerFolder(folder));
    this.settings = settings;
  }

  /** Listens on this port, from the next start on. */
  public EmbeddedBroker onPort(int port) {
    folder().keepPort(CLIENT, port);
    return this;
  }

  @Override
  public String bootstrapServers() {
    return "127.0.0.1:" + folder().port(CLIENT);
  }

  @Override
  public String describe() {
    return "embedded Kafka on " + bootstrapServers();
  }

  @Override
  protected Launch prepare() {
    folder().requireFree(CLIENT);
    folder().requireFree(CONTROLLER);
    Path logDir = folder().file("log");
    Path properties = folder().file("server.properties");
    folder()
        .write(
            properties,
            BrokerProperties.text(
                logDir, folder().port(CLIENT), folder().port(CONTROLLER), settings.properties()));
    if (!Files.exists(logDir.resolve("meta.properties"))) {
      format(properties);
    }
    return new Launch(
        java("kafka.Kafka", properties.toString()),
        environment(),
        folder().path(),
        folder().log(),
        folder().pidFile());
  }

  @Override
  protected boolean answers() {
    if (!folder().listens(CLIENT)) {
      return false;
    }
    Map<String, Object> config =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers(),
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, ANSWER_LIMIT_MILLIS,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, ANSWER_LIMIT_MILLIS);
    try (Admin admin = Admin.create(config)) {
      return !admin
          .describeCluster()
          .nodes()
          .get(ANSWER_LIMIT_MILLIS, TimeUnit.MILLISECONDS)
          .isEmpty();
    } catch (ExecutionException | TimeoutException notYet) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while waiting for the broker");
    }
  }

  private void format(Path properties) {
    Preparation.run(
        folder(),
        java(
            "kafka.tools.StorageTool",
            "format",
            "--standalone",
            "--ignore-formatted",
            "--cluster-id",
            Uuid.randomUuid().toString(),
            "--config",
            properties.toString()),
        environment());
  }

  /** The class path goes by the environment: as an argument it fills every process list. */
  private Map<String, String> environment() {
    return Map.of("CLASSPATH", settings.classPath());
  }

  private List<String> java(String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(settings.jvmFlags());
    command.add("-Dlogback.configurationFile=" + LOGGING);
    command.add(main);
    command.addAll(List.of(arguments));
    return command;
  }
}
