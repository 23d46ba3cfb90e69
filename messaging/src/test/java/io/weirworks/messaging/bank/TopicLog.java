package io.weirworks.messaging.bank;

import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.Reading;
import io.weirworks.messaging.wire.RecordReader;
import io.weirworks.schemas.AvroCodec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** What a reader of a topic has got from its start to its end, in the order of each partition. */
public final class TopicLog {

  /** One record as a subscriber sees it. */
  public record Entry(
      ArrivedRecord record, Optional<Envelope> envelope, Optional<SpecificRecord> value) {}

  private final List<Entry> entries;

  private TopicLog(List<Entry> entries) {
    this.entries = entries;
  }

  static TopicLog read(String bootstrap, String topic, AvroCodec codec) {
    RecordReader reader = new RecordReader(codec);
    List<Entry> entries = new ArrayList<>();
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          entries.add(entry(reader, ArrivedRecord.of(record)));
        }
      }
    }
    return new TopicLog(entries);
  }

  private static Entry entry(RecordReader reader, ArrivedRecord record) {
    return switch (reader.read(record)) {
      case Reading.Understood(Envelope envelope, SpecificRecord value) ->
          new Entry(record, Optional.of(envelope), Optional.of(value));
      case Reading.Removed(Envelope envelope) ->
          new Entry(record, Optional.of(envelope), Optional.empty());
      case Reading.NotUnderstood _, Reading.SchemaPending _ ->
          new Entry(record, Optional.empty(), Optional.empty());
    };
  }

  public List<Entry> entries() {
    return entries;
  }

  public int size() {
    return entries.size();
  }

  public <R extends SpecificRecord> List<R> values(Class<R> type) {
    return entries.stream()
        .flatMap(entry -> entry.value().stream())
        .filter(type::isInstance)
        .map(type::cast)
        .toList();
  }

  /** What is about one subject. */
  public TopicLog about(String subject) {
    return new TopicLog(
        entries.stream()
            .filter(entry -> entry.envelope().map(e -> subject.equals(e.subject())).orElse(false))
            .toList());
  }

  /** Records with this {@code ce_id}. */
  public List<Entry> withId(String id) {
    return entries.stream()
        .filter(entry -> entry.envelope().map(e -> id.equals(e.id())).orElse(false))
        .toList();
  }

  /** Replies, or whatever was caused by the command of this id. */
  public List<SpecificRecord> causedBy(String id) {
    return entries.stream()
        .filter(entry -> entry.envelope().map(e -> id.equals(e.causationId())).orElse(false))
        .flatMap(entry -> entry.value().stream())
        .toList();
  }

  /** What any of the records was caused by. */
  public Set<String> causes() {
    Set<String> causes = new HashSet<>();
    for (Entry entry : entries) {
      entry.envelope().map(Envelope::causationId).ifPresent(causes::add);
    }
    return causes;
  }

  /** Per subject the sequences that are left after a reader dropped what is not above the last. */
  public Map<String, List<Long>> sequences() {
    Map<String, List<Long>> all = new LinkedHashMap<>();
    for (Entry entry : entries) {
      Envelope envelope = entry.envelope().orElseThrow();
      List<Long> seen = all.computeIfAbsent(envelope.subject(), s -> new ArrayList<>());
      if (seen.isEmpty() || seen.getLast() < envelope.sequence()) {
        seen.add(envelope.sequence());
      }
    }
    return all;
  }

  /** The same log as a reader sees it that drops repeats. */
  public TopicLog withoutRepeats() {
    Map<String, Long> last = new HashMap<>();
    return new TopicLog(
        entries.stream()
            .filter(
                entry -> {
                  Envelope envelope = entry.envelope().orElseThrow();
                  Long before = last.get(envelope.subject());
                  if (before != null && before >= envelope.sequence()) {
                    return false;
                  }
                  last.put(envelope.subject(), envelope.sequence());
                  return true;
                })
            .toList());
  }

  /** What a compacted topic boils down to: the last record of each key; empty for a tombstone. */
  public Map<String, Entry> compacted() {
    Map<String, Entry> all = new LinkedHashMap<>();
    entries.forEach(
        entry ->
            all.put(
                new String(entry.record().key(), java.nio.charset.StandardCharsets.UTF_8), entry));
    return all;
  }
}
