package io.weirworks.benchmarks.bank;

import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.OutgoingRecord;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * How large a topic's records are.
 *
 * @param record bytes of one record as a client sees it: key, value and headers
 * @param onDisk bytes per record in the broker's log, compressed
 */
public record Storage(String topic, long records, int record, double onDisk) {

  static List<Storage> of(Town town) {
    List<Storage> all = new ArrayList<>();
    for (TopicKind kind : List.of(TopicKind.COMMANDS, TopicKind.EVENTS, TopicKind.STATE)) {
      String topic = Town.topic(kind);
      long records = town.progress(topic).records();
      all.add(new Storage(topic, records, sample(town, topic), town.logBytes(topic) / records));
    }
    return all;
  }

  private static int sample(Town town, String topic) {
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(
            town.plainConfig(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions = List.copyOf(town.progress(topic).offsets().keySet());
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (true) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofSeconds(1))) {
          ArrivedRecord read = ArrivedRecord.of(record);
          return new OutgoingRecord(topic, null, read.key(), read.value(), read.headers()).size();
        }
      }
    }
  }
}
