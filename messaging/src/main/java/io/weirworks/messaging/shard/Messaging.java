package io.weirworks.messaging.shard;

import io.micrometer.core.instrument.MeterRegistry;
import io.weirworks.messaging.KafkaClients;
import io.weirworks.messaging.MessagingSettings;
import io.weirworks.messaging.ServiceDefinition;
import io.weirworks.messaging.outbox.OutboxPublisher;
import io.weirworks.messaging.projection.StatePublisher;
import io.weirworks.messaging.storage.CommandMemoryTable;
import io.weirworks.messaging.storage.OutboxTable;
import io.weirworks.messaging.storage.Transactions;
import io.weirworks.messaging.wire.RecordReader;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of a service: starts the loop and the state publisher, tells how they are, stops them.
 */
public final class Messaging implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Messaging.class);
  private static final Duration STOP = Duration.ofSeconds(20);
  private static final int CACHED_SUBJECTS = 20_000;
  private static final int FORGET_AT_ONCE = 1000;

  private final DataSource database;
  private final MessagingSettings settings;
  private final InstantSource clock;
  private final Admin admin;
  private final MessagingMetrics metrics;
  private final ShardLoop loop;
  private final StatePublisher states;
  private final Thread loopThread;
  private final Thread stateThread;
  private final ScheduledExecutorService housekeeping;
  private volatile LoopStatus status = LoopStatus.starting();

  private Messaging(
      ServiceDefinition definition,
      MessagingSettings settings,
      KafkaClients clients,
      DataSource database,
      InstantSource clock,
      MeterRegistry registry,
      int shards,
      Bounds bounds) {
    this.database = database;
    this.settings = settings;
    this.clock = clock;
    this.admin = clients.admin();
    String name = definition.service().id();
    this.metrics = new MessagingMetrics(registry, name);
    Routes routes = new Routes(definition);
    DatabaseClock databaseClock = new DatabaseClock(clock, settings.clockShift());
    SubjectCache cache = new SubjectCache(CACHED_SUBJECTS);
    String instance = settings.slot() + "-" + Integer.toHexString(routes.topics().hashCode());
    Consumer<byte[], byte[]> consumer = clients.consumer(instance);
    OutboxPublisher publisher = new OutboxPublisher(() -> clients.producer(Optional.empty()));
    this.states =
        new StatePublisher(database, clients, definition, clock, settings.stateInterval());
    TakeOver takeOver =
        new TakeOver(
            database, new TopicFacts(admin, consumer), publisher, instance, routes.topics());
    Ownership ownership = new Ownership(consumer, takeOver, publisher, states, cache, metrics);
    Transactor transactor =
        new Transactor(database, definition, routes, databaseClock, cache, bounds, shards, metrics);
    Screening screening = new Screening(routes, new RecordReader(definition.codec()));
    this.loop =
        new ShardLoop(
            new LoopParts(
                consumer,
                routes.topics(),
                ownership,
                new Gathering(database, ownership, screening, databaseClock),
                new Batches(transactor, ownership, publisher, states, routes, metrics),
                publisher,
                states,
                databaseClock),
            latest -> status = latest,
            settings.leaveOnStop());
    this.loopThread = Thread.ofPlatform().name(name + "-shards").unstarted(loop);
    this.stateThread = Thread.ofPlatform().name(name + "-state").unstarted(states);
    this.housekeeping =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name(name + "-memory").factory());
    measure(publisher);
  }

  /** Starts a member whose transactions take as much as {@link Bounds#DEFAULT} says. */
  public static Messaging start(
      ServiceDefinition definition,
      MessagingSettings settings,
      KafkaClients clients,
      DataSource database,
      InstantSource clock,
      MeterRegistry registry,
      int shards) {
    return start(definition, settings, clients, database, clock, registry, shards, Bounds.DEFAULT);
  }

  /**
   * Starts a member.
   *
   * @param shards the partition count of the service's topics
   * @param bounds how much one of its transactions takes
   */
  public static Messaging start(
      ServiceDefinition definition,
      MessagingSettings settings,
      KafkaClients clients,
      DataSource database,
      InstantSource clock,
      MeterRegistry registry,
      int shards,
      Bounds bounds) {
    Messaging messaging =
        new Messaging(definition, settings, clients, database, clock, registry, shards, bounds);
    messaging.stateThread.start();
    messaging.loopThread.start();
    Future<?> _ =
        messaging.housekeeping.scheduleWithFixedDelay(messaging::forget, 1, 10, TimeUnit.MINUTES);
    return messaging;
  }

  private void measure(OutboxPublisher publisher) {
    metrics.gauge(
        "poll.age", "Seconds since the loop's last turn", () -> status.pollAge().toMillis() / 1e3);
    metrics.gauge("shards.owned", "Shards that this member owns", () -> status.owned().size());
    metrics.gauge("shards.held", "Shards that stand still", () -> status.holds().size());
    metrics.gauge("outbox.in.flight", "Outbox rows sent and not answered", publisher::inFlight);
    metrics.gauge(
        "outbox.oldest",
        "Age of the oldest unsent outbox row of the service in seconds",
        () -> oldestUnsent().map(age -> age.toMillis() / 1e3).orElse(0d));
  }

  /** Age of the oldest outbox row that is not known to be sent. */
  public Optional<Duration> oldestUnsent() {
    try {
      Optional<Instant> created = Transactions.read(database, OutboxTable::oldestCreatedAt);
      return created.map(at -> Duration.between(at, clock.instant()));
    } catch (SQLException e) {
      LOG.debug("the age of the outbox is unknown: {}", e.toString());
      return Optional.empty();
    }
  }

  public LoopStatus status() {
    return status;
  }

  /** Why this member makes no progress; empty means ready (R39). */
  public Optional<String> notReady() {
    return status.notReady(clock.instant());
  }

  private void forget() {
    Instant before = clock.instant().minus(settings.memoryRetention());
    try {
      int forgotten;
      do {
        forgotten =
            Transactions.write(database, c -> CommandMemoryTable.forget(c, before, FORGET_AT_ONCE));
      } while (forgotten == FORGET_AT_ONCE);
    } catch (SQLException e) {
      LOG.warn("old commands are not forgotten yet: {}", e.toString());
    }
  }

  /** Takes nothing new, finishes what is under way, hands the shards over. */
  @Override
  public void close() {
    housekeeping.shutdownNow();
    loop.stop();
    join(loopThread);
    states.stop();
    join(stateThread);
    metrics.close();
    admin.close(Duration.ofSeconds(1));
  }

  private static void join(Thread thread) {
    try {
      if (!thread.join(STOP)) {
        LOG.warn("{} did not stop within {} s", thread.getName(), STOP.toSeconds());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
