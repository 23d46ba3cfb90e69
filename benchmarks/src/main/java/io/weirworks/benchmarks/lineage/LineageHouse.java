package io.weirworks.benchmarks.lineage;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.weirworks.infra.broker.BrokerSettings;
import io.weirworks.infra.broker.EmbeddedBroker;
import io.weirworks.infra.database.DatabaseSettings;
import io.weirworks.infra.database.EmbeddedDatabase;
import io.weirworks.messaging.hosting.ServiceHost;
import io.weirworks.schemas.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;

/** Broker, database and lineage-service in this JVM, made for one benchmark. */
public final class LineageHouse implements AutoCloseable {

  private static final String SCHEMA = "bench_lineage";

  private final EmbeddedBroker broker;
  private final EmbeddedDatabase database;
  private final Thread lastResort = new Thread(this::discard, "servers-end");
  private ApplicationContext service;

  /** Starts all of it. */
  public LineageHouse(Path folder) {
    this.broker = new EmbeddedBroker(folder.resolve("broker"), BrokerSettings.standard());
    this.database = new EmbeddedDatabase(folder.resolve("database"), DatabaseSettings.standard());
    Runtime.getRuntime().addShutdownHook(lastResort); // where the benchmark is broken off
    broker.start();
    database.start();
    database.createSchema(SCHEMA);
    this.service = started();
  }

  private ApplicationContext started() {
    return ServiceHost.start(
        Service.LINEAGE,
        Map.of(
            "micronaut.server.port", 0,
            "kafka.bootstrap.servers", broker.bootstrapServers(),
            "datasources.default.url", jdbcUrl(),
            "datasources.default.username", database.user(),
            "datasources.default.password", database.password()));
  }

  void startService() {
    service = started();
  }

  /** The service ends before what it stands on. */
  void stopService() {
    service.close();
  }

  /** Where the service answers. */
  public URI address() {
    return bean(EmbeddedServer.class).getURI();
  }

  /**
   * Hash of a graph.
   *
   * @param path of the read that answers with it
   */
  public String hash(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address().resolve(path)).build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      String answer = http.send(request, BodyHandlers.ofString()).body();
      return new ObjectMapper().readTree(answer).path("hash").asText();
    }
  }

  <T> T bean(Class<T> type) {
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
