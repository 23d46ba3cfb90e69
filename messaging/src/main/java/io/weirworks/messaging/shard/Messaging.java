package io.weirworks.messaging.shard;

import io.weirworks.messaging.MessagingSettings;
import io.weirworks.messaging.Platform;
import io.weirworks.messaging.ServiceDefinition;
import io.weirworks.messaging.projection.Trouble;
import io.weirworks.messaging.storage.OutboxTable;
import io.weirworks.messaging.storage.Transactions;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One member of a service: starts the loop and the state publisher, tells how they are, stops them.
 */
public final class Messaging implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Messaging.class);
  private static final Duration STOP = Duration.ofSeconds(20);

  private final Platform platform;
  private final MemberParts parts;
  private final MessagingMetrics metrics;
  private final Forgetting forgetting;
  private final ShardLoop loop;
  private final Thread loopThread;
  private final Thread stateThread;
  private volatile LoopStatus status = LoopStatus.starting();

  private Messaging(
      String name,
      Platform platform,
      MemberParts parts,
      MessagingMetrics metrics,
      MessagingSettings settings) {
    this.platform = platform;
    this.parts = parts;
    this.metrics = metrics;
    this.forgetting = new Forgetting(platform, settings.memoryRetention(), name);
    this.loop = new ShardLoop(parts.loop(), latest -> status = latest, settings.leaveOnStop());
    this.loopThread = Thread.ofPlatform().name(name + "-shards").unstarted(loop);
    this.stateThread = Thread.ofPlatform().name(name + "-state").unstarted(parts.states());
  }

  /** Starts a member whose transactions take as much as {@link Bounds#DEFAULT} says. */
  public static Messaging start(
      ServiceDefinition definition, MessagingSettings settings, Platform platform, int shards) {
    return start(definition, settings, platform, shards, Bounds.DEFAULT);
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
      Platform platform,
      int shards,
      Bounds bounds) {
    String name = definition.service().id();
    MessagingMetrics metrics = new MessagingMetrics(platform.meters(), name);
    MemberParts parts = MemberParts.wire(definition, settings, platform, shards, bounds, metrics);
    Messaging messaging = new Messaging(name, platform, parts, metrics, settings);
    messaging.measure();
    messaging.stateThread.start();
    messaging.loopThread.start();
    messaging.forgetting.start();
    return messaging;
  }

  private void measure() {
    metrics.gauge(
        "poll.age", "Seconds since the loop's last turn", () -> status.pollAge().toMillis() / 1e3);
    metrics.gauge("shards.owned", "Shards that this member owns", () -> status.owned().size());
    metrics.gauge("shards.held", "Shards that stand still", () -> status.held().size());
    metrics.gauge(
        "shards.untold",
        "Shards whose state topic does not follow their tables",
        () -> parts.states().troubles().size());
    metrics.gauge("subjects.cached", "Subjects in memory", parts.cache()::size);
    metrics.gauge(
        "outbox.in.flight", "Outbox rows sent and not answered", parts.publisher()::inFlight);
    metrics.gauge(
        "outbox.oldest",
        "Age of the oldest unsent outbox row of the service in seconds",
        () -> oldestUnsent().map(age -> age.toMillis() / 1e3).orElse(0d));
  }

  /** Age of the oldest outbox row that is not known to be sent. */
  public Optional<Duration> oldestUnsent() {
    try {
      Optional<Instant> created =
          Transactions.read(platform.database(), OutboxTable::oldestCreatedAt);
      return created.map(at -> Duration.between(at, platform.clock().instant()));
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
    Instant now = platform.clock().instant();
    return status
        .notReady(now)
        .or(
            () ->
                parts.states().troubles().stream()
                    .filter(trouble -> trouble.isSerious(now))
                    .findFirst()
                    .map(trouble -> "shard " + trouble.shard() + ": " + trouble.reason()));
  }

  /**
   * Every shard of this member that stands still or whose state is not told, with its cause; one
   * that only waits for its turn among them.
   */
  public List<Stopped> stopped() {
    LoopStatus latest = status;
    List<Stopped> all = new ArrayList<>(latest.held());
    all.addAll(latest.waiting().values());
    for (Trouble trouble : parts.states().troubles()) {
      all.add(new Stopped(trouble.shard(), null, trouble.reason(), trouble.since()));
    }
    return all;
  }

  /** Takes nothing new, finishes what is under way, hands the shards over. */
  @Override
  public void close() {
    forgetting.close();
    loop.stop();
    join(loopThread);
    parts.states().stop();
    join(stateThread);
    metrics.close();
    parts.admin().close(Duration.ofSeconds(1));
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
