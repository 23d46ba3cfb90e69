package io.weirworks.scheduler.waiting.adapter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micronaut.scheduling.annotation.Scheduled;
import io.weirworks.messaging.hosting.MessagingConfiguration;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.scheduler.instance.WaitReason;
import io.weirworks.scheduler.waiting.adapter.WaitCounts.Count;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.ToLongFunction;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an operator sees of waiting (R19): for each reason how many node instances wait, and how
 * many longer than they should. Each member counts those of its own shards, beside the poll thread,
 * a minute after it has counted last; the sum over all members is the whole.
 */
@Singleton
final class WaitGauges {

  private static final Logger LOG = LoggerFactory.getLogger(WaitGauges.class);
  private static final String PREFIX = "weirworks.scheduler.";

  private final WaitCounts counts;
  private final Messaging messaging;
  private final InstantSource clock;
  private final Duration shift;
  private volatile Map<WaitReason, Count> latest = Map.of();
  private volatile Instant countedAt;

  WaitGauges(
      DataSource database,
      Messaging messaging,
      InstantSource clock,
      MessagingConfiguration configuration,
      MeterRegistry registry) {
    this.counts = new WaitCounts(database);
    this.messaging = messaging;
    this.clock = clock;
    this.shift = configuration.clockShift();
    this.countedAt = clock.instant();
    for (WaitReason reason : WaitReason.values()) {
      gauge(registry, reason, "waiting", "Node instances that wait for it", Count::waiting);
      gauge(registry, reason, "waiting.overdue", "Those that wait too long", Count::overdue);
    }
    Gauge.builder(PREFIX + "waiting.age", this, WaitGauges::age)
        .description("Seconds since waiting node instances were counted")
        .register(registry);
  }

  private void gauge(
      MeterRegistry registry,
      WaitReason reason,
      String name,
      String description,
      ToLongFunction<Count> part) {
    Gauge.builder(PREFIX + name, this, it -> part.applyAsLong(it.of(reason)))
        .description(description)
        .tags(Tags.of("reason", reason.name()))
        .register(registry);
  }

  private Count of(WaitReason reason) {
    return latest.getOrDefault(reason, Count.NONE);
  }

  private double age() {
    return Duration.between(countedAt, clock.instant()).toMillis() / 1e3;
  }

  @Scheduled(
      initialDelay = "${weirworks.scheduler.waits.every:1m}",
      fixedDelay = "${weirworks.scheduler.waits.every:1m}")
  void count() {
    Instant now = clock.instant();
    try {
      latest = counts.of(messaging.status().owned(), now.plus(shift));
      countedAt = now;
    } catch (SQLException e) {
      LOG.warn("waiting node instances are not counted: {}", e.toString());
    }
  }
}
