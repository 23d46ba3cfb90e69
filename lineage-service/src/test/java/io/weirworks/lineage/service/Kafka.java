package io.weirworks.lineage.service;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.messaging.client.Command;
import io.weirworks.messaging.client.CommandClient;
import io.weirworks.messaging.client.Reply;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Sequence;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import io.weirworks.schemas.Topics;
import io.weirworks.schemas.UndecodableException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What the contract and a plain client let anybody do: write events as the executor would, read
 * all.
 */
final class Kafka {

  /** A record with the headers that matter here. */
  record Heard(
      String type,
      String subject,
      long sequence,
      String actor,
      String cause,
      SpecificRecord value) {}

  private final String bootstrap;
  private final AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());
  private final KafkaProducer<String, byte[]> producer;

  Kafka(String bootstrap) {
    this.bootstrap = bootstrap;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
  }

  /** Topics of earlier tests on the same broker would be read from their start. */
  void removeTopics() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      Set<String> there = admin.listTopics().names().get();
      List<String> wanted =
          Topics.all().stream().map(topic -> topic.name()).filter(there::contains).toList();
      admin.deleteTopics(wanted).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  /** An event of a run, as the executor tells it. */
  void tell(String workflowInstance, String run, long sequence, SpecificRecord event)
      throws Exception {
    tell(Service.EXECUTOR, TopicKind.EVENTS, workflowInstance, run, sequence, event);
  }

  /** A record as another service writes it. */
  void tell(
      Service service,
      TopicKind kind,
      String key,
      String subject,
      long sequence,
      SpecificRecord event)
      throws Exception {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(service.topic(kind), key, codec.encode(event));
    header(record, CloudEventHeaders.SUBJECT, subject);
    header(record, CloudEventHeaders.SEQUENCE, Sequence.format(sequence));
    send(record, subject + "-" + sequence, service, event);
  }

  /** A command to the service, as the executor sends it. */
  void order(String orderingKey, SpecificRecord command) throws Exception {
    order(orderingKey, UUID.randomUUID().toString(), command);
  }

  /** The same with an id of its own. */
  void order(String orderingKey, String id, SpecificRecord command) throws Exception {
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            Service.LINEAGE.topic(TopicKind.INTERNAL), orderingKey, codec.encode(command));
    send(record, id, Service.EXECUTOR, command);
  }

  private void send(
      ProducerRecord<String, byte[]> record, String id, Service from, SpecificRecord value)
      throws Exception {
    header(record, CloudEventHeaders.SPEC_VERSION, CloudEventHeaders.SPEC_VERSION_1_0);
    header(record, CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.CONTENT_TYPE_AVRO);
    header(record, CloudEventHeaders.ID, id);
    header(record, CloudEventHeaders.SOURCE, from.source());
    header(record, CloudEventHeaders.TYPE, value.getSchema().getFullName());
    header(record, CloudEventHeaders.TIME, Instant.EPOCH.toString());
    header(record, CloudEventHeaders.WORKSPACE, "demo");
    header(record, CloudEventHeaders.ACTOR, "user:ada");
    header(record, CloudEventHeaders.CORRELATION_ID, "backfill-1");
    producer.send(record).get();
  }

  /** A record that claims a type and holds nothing that can be read. */
  void garbage(String topic, String type) throws Exception {
    ProducerRecord<String, byte[]> record = new ProducerRecord<>(topic, "garbage", new byte[] {1});
    header(record, CloudEventHeaders.TYPE, type);
    producer.send(record).get();
  }

  /** A topic of others. */
  void makeTopic(String name) throws Exception {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
      if (!admin.listTopics().names().get().contains(name)) {
        admin.createTopics(List.of(new NewTopic(name, 2, (short) 1))).all().get();
      }
    }
  }

  /** A record of others: text without headers. */
  void write(String topic, String value) throws Exception {
    producer.send(new ProducerRecord<>(topic, value.getBytes(UTF_8))).get();
  }

  /** Values of a header on a topic until now. */
  List<String> headers(String topic, String name) {
    List<String> all = new ArrayList<>();
    records(topic, record -> all.add(text(record, name)));
    return all;
  }

  /** The reply to a command from outside. */
  Reply ask(SpecificRecord command) throws Exception {
    Map<String, Object> config = Map.of("bootstrap.servers", bootstrap);
    try (CommandClient client = new CommandClient(config, codec, List.of(Service.LINEAGE))) {
      return client
          .send(Command.of(Service.LINEAGE, "/test", "user:ada", "any", null, command))
          .get(60, TimeUnit.SECONDS);
    }
  }

  private static void header(ProducerRecord<String, byte[]> record, String name, String value) {
    record.headers().add(name, value.getBytes(UTF_8));
  }

  /** Everything on a topic of the lineage service until now. */
  List<Heard> read(TopicKind kind) {
    List<Heard> all = new ArrayList<>();
    records(Service.LINEAGE.topic(kind), record -> all.add(heard(record)));
    return all;
  }

  /** What is there until now, but tombstones. */
  private void records(String topic, Consumer<ConsumerRecord<String, byte[]>> take) {
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          consumer.partitionsFor(topic).stream()
              .map(info -> new TopicPartition(topic, info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
      while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.getOrDefault(p, 0L))) {
        for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          if (record.value() != null) {
            take.accept(record);
          }
        }
      }
    }
  }

  /** Where a topic of the lineage service ends now, by partition. */
  Map<Integer, Long> ends(TopicKind kind) {
    String topic = Service.LINEAGE.topic(kind);
    Map<String, Object> config =
        Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
    try (KafkaConsumer<String, byte[]> consumer =
        new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
      Map<Integer, Long> ends = new LinkedHashMap<>();
      consumer
          .endOffsets(
              consumer.partitionsFor(topic).stream()
                  .map(info -> new TopicPartition(topic, info.partition()))
                  .toList())
          .forEach((partition, end) -> ends.put(partition.partition(), end));
      return ends;
    }
  }

  private Heard heard(ConsumerRecord<String, byte[]> record) {
    try {
      return new Heard(
          text(record, CloudEventHeaders.TYPE),
          text(record, CloudEventHeaders.SUBJECT),
          Sequence.parse(text(record, CloudEventHeaders.SEQUENCE)),
          text(record, CloudEventHeaders.ACTOR),
          text(record, CloudEventHeaders.CAUSATION_ID),
          codec.decode(record.value()));
    } catch (UndecodableException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(ConsumerRecord<String, byte[]> record, String name) {
    Header header = record.headers().lastHeader(name);
    return header == null ? "" : new String(header.value(), UTF_8);
  }

  static <R extends SpecificRecord> List<R> values(List<Heard> heard, Class<R> type) {
    return heard.stream().map(Heard::value).filter(type::isInstance).map(type::cast).toList();
  }

  /** Sequences by subject, in the order in which they were read. */
  static Map<String, List<Long>> sequences(List<Heard> heard) {
    Map<String, List<Long>> all = new LinkedHashMap<>();
    heard.forEach(
        one -> all.computeIfAbsent(one.subject(), s -> new ArrayList<>()).add(one.sequence()));
    return all;
  }
}
