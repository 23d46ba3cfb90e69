package io.weirworks.scheduler.service;

import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.Reading;
import io.weirworks.messaging.wire.RecordReader;
import io.weirworks.schemas.AvroCodec;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Everything on some topics from their start on, as a subscriber reads it. */
final class Tape implements AutoCloseable {

  /** One record with its value. */
  record Entry(String topic, int partition, Envelope envelope, SpecificRecord value) {}

  private final List<Entry> entries = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean stopping;

  Tape(String bootstrap, AvroCodec codec, List<String> topics, Consumer<Entry> listener) {
    RecordReader reader = new RecordReader(codec);
    this.thread =
        Thread.ofPlatform()
            .daemon()
            .name("tape")
            .start(() -> listen(bootstrap, reader, topics, listener));
  }

  private void listen(
      String bootstrap, RecordReader reader, List<String> topics, Consumer<Entry> listener) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          topics.stream()
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!stopping) {
        consumer
            .poll(Duration.ofMillis(50))
            .forEach(record -> take(reader, ArrivedRecord.of(record), listener));
      }
    }
  }

  private void take(RecordReader reader, ArrivedRecord record, Consumer<Entry> listener) {
    if (reader.read(record) instanceof Reading.Understood(var envelope, var value)) {
      Entry entry = new Entry(record.topic(), record.partition(), envelope, value);
      entries.add(entry);
      listener.accept(entry);
    }
  }

  Stream<Entry> entries() {
    return entries.stream();
  }

  /** Entries of one story: whatever one outside command led to. */
  Stream<Entry> story(String commandId) {
    return entries().filter(entry -> entry.envelope().correlationId().equals(commandId));
  }

  <R extends SpecificRecord> List<R> values(Class<R> type) {
    return values(entries(), type);
  }

  static <R extends SpecificRecord> List<R> values(Stream<Entry> entries, Class<R> type) {
    return entries.map(Entry::value).filter(type::isInstance).map(type::cast).toList();
  }

  @Override
  public void close() {
    stopping = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
