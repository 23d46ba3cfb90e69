package io.weirworks.messaging.shard;

import io.weirworks.messaging.MessagingSettings;
import io.weirworks.messaging.Platform;
import io.weirworks.messaging.ServiceDefinition;
import io.weirworks.messaging.outbox.OutboxPublisher;
import io.weirworks.messaging.projection.StatePublisher;
import io.weirworks.messaging.wire.RecordReader;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;

/**
 * What a member consists of, wired.
 *
 * @param loop still without its status
 */
record MemberParts(
    Admin admin,
    OutboxPublisher publisher,
    StatePublisher states,
    SubjectCache cache,
    LoopParts loop) {

  /** Bytes of subjects that a member keeps in memory. */
  private static final long CACHED_BYTES = 32L << 20;

  static MemberParts wire(
      ServiceDefinition definition,
      MessagingSettings settings,
      Platform platform,
      int shards,
      Bounds bounds,
      MessagingMetrics metrics) {
    Admin admin = platform.kafka().admin();
    OutboxPublisher publisher =
        new OutboxPublisher(() -> platform.kafka().producer(Optional.empty()));
    StatePublisher states = new StatePublisher(platform, definition, settings.stateInterval());
    SubjectCache cache = new SubjectCache(CACHED_BYTES);
    Routes routes = new Routes(definition);
    DatabaseClock clock = new DatabaseClock(platform.clock(), settings.clockShift());
    Composer composer = new Composer(definition.service(), definition.codec(), shards);
    Transactor transactor =
        new Transactor(platform.database(), routes, composer, clock, cache, bounds, metrics);
    String instance = settings.slot() + "-" + Integer.toHexString(routes.topics().hashCode());
    Consumer<byte[], byte[]> consumer = platform.kafka().consumer(instance);
    TakeOver takeOver =
        takeOver(platform, new TopicFacts(admin, consumer), publisher, instance, routes);
    ShardReader reader = new ShardReader(consumer);
    Holds holds = new Holds(reader);
    Ownership ownership = new Ownership(takeOver, reader, holds, publisher, states, cache, metrics);
    Screening screening = new Screening(routes, new RecordReader(definition.codec()));
    Gathering gathering = new Gathering(platform.database(), ownership, holds, screening, clock);
    Batches batches =
        new Batches(transactor, ownership, publisher, states, new Blame(routes), holds, metrics);
    LoopParts loop =
        new LoopParts(
            consumer, routes.topics(), ownership, holds, gathering, batches, publisher, clock);
    return new MemberParts(admin, publisher, states, cache, loop);
  }

  private static TakeOver takeOver(
      Platform platform,
      TopicFacts facts,
      OutboxPublisher publisher,
      String instance,
      Routes routes) {
    return new TakeOver(platform.database(), facts, publisher, instance, routes.topics());
  }
}
