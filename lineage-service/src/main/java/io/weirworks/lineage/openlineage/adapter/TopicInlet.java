package io.weirworks.lineage.openlineage.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.weirworks.lineage.openlineage.NotAnEventException;
import io.weirworks.schemas.DeadLetterHeaders;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes OpenLineage events from a topic of others, at least once: a position is stored once the
 * broker has what came before it as our commands. On a thread of its own; a batch is at most
 * {@value #RECORDS} records or 8 MiB. A topic that is not there is looked for every half minute.
 */
final class TopicInlet implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TopicInlet.class);
  private static final int RECORDS = 500;
  private static final int BYTES = 8 << 20;
  private static final Duration POLL = Duration.ofMillis(500);
  private static final Duration PAUSE = Duration.ofSeconds(2);
  private static final String GROUP = "weirworks.lineage.openlineage";

  private final Inlet inlet;
  private final Consumer<byte[], byte[]> consumer;
  private final Counter taken;
  private final Counter refused;
  private final Thread thread;
  private volatile boolean stopping;

  private TopicInlet(
      Consumer<byte[], byte[]> consumer, String topic, Inlet inlet, MeterRegistry registry) {
    this.inlet = inlet;
    this.consumer = consumer;
    this.taken = registry.counter("weirworks.lineage.openlineage.taken", "door", "kafka");
    this.refused = registry.counter("weirworks.lineage.openlineage.refused", "door", "kafka");
    this.thread = new Thread(() -> work(topic), "openlineage-topic");
  }

  static TopicInlet start(
      Map<String, Object> kafka, String topic, Inlet inlet, MeterRegistry registry) {
    Map<String, Object> all = new HashMap<>(kafka);
    all.put("group.id", GROUP);
    all.put("enable.auto.commit", false);
    all.put("auto.offset.reset", "earliest");
    all.put("isolation.level", "read_committed");
    all.put("allow.auto.create.topics", false);
    all.put("max.poll.records", RECORDS);
    all.put("fetch.max.bytes", BYTES);
    all.put("metadata.max.age.ms", 30_000);
    TopicInlet started =
        new TopicInlet(
            new KafkaConsumer<>(all, new ByteArrayDeserializer(), new ByteArrayDeserializer()),
            topic,
            inlet,
            registry);
    started.thread.setDaemon(true);
    started.thread.start();
    return started;
  }

  private void work(String topic) {
    consumer.subscribe(Pattern.compile(Pattern.quote(topic))); // a name that is missing would warn
    while (!stopping) {
      if (!turn(topic)) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
    consumer.close();
  }

  /** False where it failed: what was read is read again, after a pause. */
  private boolean turn(String topic) {
    try {
      ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
      return records.isEmpty() || take(records);
    } catch (WakeupException e) {
      return true; // only a stop wakes it
    } catch (RuntimeException e) {
      // whatever it is, the next turn may do better, and a thread that is gone would do nothing
      LOG.warn("topic {} cannot be read and is tried again in {}", topic, PAUSE, e);
      return false;
    }
  }

  /** False where something was not acknowledged, so that the batch is read again. */
  private boolean take(ConsumerRecords<byte[], byte[]> records) {
    List<CompletableFuture<Void>> sent = new ArrayList<>();
    try {
      for (ConsumerRecord<byte[], byte[]> record : records) {
        sent.add(take(record));
      }
      CompletableFuture.allOf(sent.toArray(CompletableFuture[]::new)).join();
      consumer.commitSync();
      return true;
    } catch (CompletionException | KafkaException e) {
      LOG.warn("events were not taken and are read again: {}", e.toString());
      for (TopicPartition partition : records.partitions()) {
        consumer.seek(partition, records.records(partition).getFirst().offset());
      }
      return false;
    }
  }

  private CompletableFuture<Void> take(ConsumerRecord<byte[], byte[]> record) {
    if (record.value() == null) {
      return CompletableFuture.completedFuture(null);
    }
    try {
      CompletableFuture<Void> sent = inlet.take(new String(record.value(), UTF_8));
      taken.increment();
      return sent;
    } catch (NotAnEventException e) {
      refused.increment();
      return bury(record, e.refusal().code().code(), e.refusal().message());
    }
  }

  private CompletableFuture<Void> bury(
      ConsumerRecord<byte[], byte[]> record, String code, String message) {
    ProducerRecord<byte[], byte[]> letter =
        new ProducerRecord<>(
            Service.LINEAGE.topic(TopicKind.DEAD_LETTERS),
            null,
            record.key(),
            record.value(),
            record.headers());
    header(letter.headers(), DeadLetterHeaders.CODE, code);
    header(letter.headers(), DeadLetterHeaders.MESSAGE, message);
    header(letter.headers(), DeadLetterHeaders.TOPIC, record.topic());
    header(letter.headers(), DeadLetterHeaders.PARTITION, String.valueOf(record.partition()));
    header(letter.headers(), DeadLetterHeaders.OFFSET, String.valueOf(record.offset()));
    return inlet
        .send(letter)
        .exceptionally(
            error -> {
              if (error instanceof RecordTooLargeException) {
                return null; // counted; there is no room for it anywhere
              }
              throw new CompletionException(error);
            });
  }

  private static void header(Headers headers, String name, String value) {
    headers.add(name, value.getBytes(UTF_8));
  }

  @Override
  public void close() {
    stopping = true;
    consumer.wakeup();
    LockSupport.unpark(thread);
    try {
      thread.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
