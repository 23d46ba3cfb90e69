package io.weirworks.messaging.shard;

import io.weirworks.messaging.outbox.OutboxPublisher;
import io.weirworks.messaging.projection.StatePublisher;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;

/** What the loop is put together from. */
record LoopParts(
    Consumer<byte[], byte[]> consumer,
    List<String> topics,
    Ownership ownership,
    Gathering gathering,
    Batches batches,
    OutboxPublisher publisher,
    StatePublisher states,
    DatabaseClock clock) {}
