package io.weirworks.scheduler.waiting.adapter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micronaut.context.annotation.Property;
import io.weirworks.messaging.hosting.MessagingConfiguration;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.scheduler.adapter.Round;
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

/**
 * What an operator sees of waiting (R19): for each reason how many node instances wait, and how
 * many longer than they should. Each member counts those of its own shards, beside the poll thread,
 * a minute after it has counted last; the sum over all members is the whole.
 */
@Singleton
final class WaitGauges implements Round {

  private static final String PREFIX = "weirworks.scheduler.";

  private final WaitCounts counts;
  private final Messaging messaging;
  private final InstantSource clock;
  private final Duration shift;
  private final Duration every;
  private volatile Map<WaitReason, Count> latest = Map.of();
  private volatile Instant countedAt;

  WaitGauges(
      DataSource database,
      Messaging messaging,
      InstantSource clock,
      MessagingConfiguration configuration,
      MeterRegistry registry,
      @Property(name = "weirworks.scheduler.waits.every", defaultValue = "1m") Duration every) {
    this.counts = new WaitCounts(database);
    this.messaging = messaging;
    this.clock = clock;
    this.shift = configuration.clockShift();
    this.every = every;
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

  @Override
  public String name() {
    return "counting what waits";
  }

  @Override
  public Duration every() {
    return every;
  }

  @Override
  public void go() throws SQLException {
    Instant now = clock.instant();
    latest = counts.of(messaging.status().owned(), now.plus(shift));
    countedAt = now;
  }
}
