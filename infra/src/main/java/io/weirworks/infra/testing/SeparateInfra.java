package io.weirworks.infra.testing;

import io.weirworks.infra.broker.BrokerSettings;
import io.weirworks.infra.broker.EmbeddedBroker;
import io.weirworks.infra.database.DatabaseSettings;
import io.weirworks.infra.database.EmbeddedDatabase;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/**
 * An embedded broker and an embedded database in one folder, each started when first asked for,
 * removed on close.
 */
public final class SeparateInfra implements AutoCloseable {

  private final EmbeddedBroker broker;
  private final EmbeddedDatabase database;
  private boolean brokerStarted;
  private boolean databaseStarted;

  SeparateInfra(Path folder) {
    this.broker =
        new EmbeddedBroker(folder.resolve("broker"), BrokerSettings.standard().quickToStart());
    this.database = new EmbeddedDatabase(folder.resolve("database"), DatabaseSettings.standard());
  }

  public synchronized EmbeddedBroker broker() {
    if (!brokerStarted) {
      broker.start();
      brokerStarted = true;
    }
    return broker;
  }

  public synchronized EmbeddedDatabase database() {
    if (!databaseStarted) {
      database.start();
      databaseStarted = true;
    }
    return database;
  }

  /** Both at the same time: each mostly waits for its disk. */
  void startBoth() {
    CompletableFuture<Void> databaseStart = CompletableFuture.runAsync(database::start);
    broker.start();
    databaseStart.join();
    brokerStarted = true;
    databaseStarted = true;
  }

  @Override
  public void close() {
    broker.discard();
    database.discard();
  }
}
