package io.weirworks.benchmarks.instances;

import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.RecordReader;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What lies on the topics between two moments. */
final class TopicSpan {

  private record Read(Service service, TopicKind kind, boolean counted) {}

  /** Commands before what they lead to; state and commands between services only count. */
  private static final List<Read> TOPICS =
      List.of(
          new Read(Service.SCHEDULER, TopicKind.COMMANDS, false),
          new Read(Service.SCHEDULER, TopicKind.EVENTS, false),
          new Read(Service.EXECUTOR, TopicKind.EVENTS, false),
          new Read(Service.SCHEDULER, TopicKind.INTERNAL, true),
          new Read(Service.EXECUTOR, TopicKind.INTERNAL, true),
          new Read(Service.SCHEDULER, TopicKind.STATE, true),
          new Read(Service.EXECUTOR, TopicKind.STATE, true));

  private final House house;
  private final AvroCodec codec;
  private final Map<Read, Map<TopicPartition, Long>> from = new LinkedHashMap<>();

  /** Begins now. */
  TopicSpan(House house, AvroCodec codec) {
    this.house = house;
    this.codec = codec;
    for (Read read : TOPICS) {
      from.put(read, house.progress(read.service(), read.kind()).offsets());
    }
  }

  /** Reads what came since; everything that the workload led to must be there. */
  Journal read() {
    Journal journal = new Journal(new RecordReader(codec));
    from.forEach((read, begins) -> read(read, begins, journal));
    return journal;
  }

  /** Reads what came since on one topic. */
  void read(Service service, TopicKind kind, Consumer<ArrivedRecord> taker) {
    from.forEach(
        (read, begins) -> {
          if (read.service() == service && read.kind() == kind) {
            read(read, begins, taker);
          }
        });
  }

  private void read(Read read, Map<TopicPartition, Long> begins, Journal journal) {
    read(read, begins, read.counted() ? record -> journal.count(record.topic()) : journal::take);
  }

  private void read(Read read, Map<TopicPartition, Long> begins, Consumer<ArrivedRecord> taker) {
    Map<String, Object> configuration =
        Map.of("bootstrap.servers", house.bootstrap(), "isolation.level", "read_committed");
    Map<TopicPartition, Long> ends = house.progress(read.service(), read.kind()).offsets();
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            configuration, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = new ArrayList<>(begins.keySet());
      consumer.assign(partitions);
      begins.forEach(consumer::seek);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(200))) {
          taker.accept(ArrivedRecord.of(record));
        }
      }
    }
  }
}
