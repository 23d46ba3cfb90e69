package io.weirworks.benchmarks.lineage;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.weirworks.infra.broker.BrokerSettings;
import io.weirworks.infra.broker.EmbeddedBroker;
import io.weirworks.infra.database.DatabaseSettings;
import io.weirworks.infra.database.EmbeddedDatabase;
import io.weirworks.messaging.hosting.ServiceHost;
import io.weirworks.schemas.Service;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Broker, database and lineage-service in this JVM, made for one benchmark. */
public final class LineageHouse implements AutoCloseable {

  private static final String SCHEMA = "bench_lineage";

  private final EmbeddedBroker broker;
  private final EmbeddedDatabase database;
  private final Thread lastResort = new Thread(this::discard, "servers-end");
  private @Nullable ApplicationContext service;

  /** Starts all of it. */
  public LineageHouse(Path folder) {
    this(folder, true);
  }

  /**
   * Starts the servers.
   *
   * @param withService at once
   */
  LineageHouse(Path folder, boolean withService) {
    this.broker = new EmbeddedBroker(folder.resolve("broker"), BrokerSettings.standard());
    this.database = new EmbeddedDatabase(folder.resolve("database"), DatabaseSettings.standard());
    Runtime.getRuntime().addShutdownHook(lastResort); // where the benchmark is broken off
    broker.start();
    database.start();
    database.createSchema(SCHEMA);
    if (withService) {
      startService();
    }
  }

  void startService() {
    service =
        ServiceHost.start(
            Service.LINEAGE,
            Map.of(
                "micronaut.server.port", 0,
                "kafka.bootstrap.servers", broker.bootstrapServers(),
                "datasources.default.url", jdbcUrl(),
                "datasources.default.username", database.user(),
                "datasources.default.password", database.password()));
  }

  /** The service ends before what it stands on. */
  void stopService() {
    if (service != null) {
      service.close();
      service = null;
    }
  }

  /** Where the service answers. */
  public URI address() {
    return bean(EmbeddedServer.class).getURI();
  }

  <T> T bean(Class<T> type) {
    if (service == null) {
      throw new IllegalStateException("the service is not started");
    }
    return service.getBean(type);
  }

  /** Ids of the processes by name. */
  public Map<String, Long> processes() {
    return Map.of(
        "jvm", ProcessHandle.current().pid(), "broker", broker.pid(), "database", database.pid());
  }

  String bootstrap() {
    return broker.bootstrapServers();
  }

  String jdbcUrl() {
    return database.jdbcUrl(SCHEMA);
  }

  EmbeddedDatabase database() {
    return database;
  }

  @Override
  public void close() {
    stopService();
    discard();
    Runtime.getRuntime().removeShutdownHook(lastResort);
  }

  private void discard() {
    broker.discard();
    database.discard();
  }
}
