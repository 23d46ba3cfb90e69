package io.weirworks.messaging.shard;

import io.weirworks.messaging.outbox.OutboxPublisher;
import java.util.List;
import org.apache.kafka.clients.consumer.Consumer;

/** What the loop is put together from. */
record LoopParts(
    Consumer<byte[], byte[]> consumer,
    List<String> topics,
    Ownership ownership,
    Holds holds,
    Gathering gathering,
    Batches batches,
    OutboxPublisher publisher,
    DatabaseClock clock) {}
