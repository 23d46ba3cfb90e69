package io.weirworks.messaging.shard;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What an operator sees of the loop. Names start with {@code weirworks.messaging}. Counters of one
 * service add up in a registry; a gauge shows the member that was measured last, and goes with it.
 */
final class MessagingMetrics implements AutoCloseable {

  private static final String PREFIX = "weirworks.messaging.";

  private final MeterRegistry registry;
  private final Tags tags;
  private final DistributionSummary inputs;
  private final Timer transaction;
  private final Counter deadLetters;
  private final List<Gauge> gauges = new ArrayList<>();

  MessagingMetrics(MeterRegistry registry, String service) {
    this.registry = registry;
    this.tags = Tags.of("service", service);
    this.inputs =
        DistributionSummary.builder(PREFIX + "transaction.records")
            .description("Records, timers and parked rows decided in one transaction")
            .tags(tags)
            .register(registry);
    this.transaction =
        Timer.builder(PREFIX + "transaction")
            .description("From lock to commit")
            .tags(tags)
            .register(registry);
    this.deadLetters =
        Counter.builder(PREFIX + "dead.letters")
            .description("Records from outside that could not be understood or handled")
            .tags(tags)
            .register(registry);
  }

  /** A gauge in seconds or counts, read when scraped; replaces that of an earlier member. */
  void gauge(String name, String description, Supplier<Number> value) {
    Gauge before = registry.find(PREFIX + name).tags(tags).gauge();
    if (before != null) {
      registry.remove(before);
    }
    gauges.add(
        Gauge.builder(PREFIX + name, value)
            .description(description)
            .tags(tags)
            .strongReference(true)
            .register(registry));
  }

  /** Takes this member's gauges away; one that another member has replaced stays. */
  @Override
  @SuppressWarnings(
      "ReferenceEquality") // meters are equal by name and tags; this asks for the very one
  public void close() {
    for (Gauge gauge : gauges) {
      if (registry.find(gauge.getId().getName()).tags(tags).gauge() == gauge) {
        registry.remove(gauge);
      }
    }
    gauges.clear();
  }

  void transaction(int taken, long nanos) {
    inputs.record(taken);
    transaction.record(Duration.ofNanos(nanos));
  }

  void deadLetters(long count) {
    deadLetters.increment(count);
  }

  /** An event type that this version does not know; skipped (DESIGN 2). */
  void skippedEvent(String type) {
    registry.counter(PREFIX + "events.skipped", tags.and("type", type)).increment();
  }

  void rolledBack(String cause) {
    registry.counter(PREFIX + "transactions.rolled.back", tags.and("cause", cause)).increment();
  }

  void tookOver(int shards) {
    registry.counter(PREFIX + "shards.taken", tags).increment(shards);
  }
}
