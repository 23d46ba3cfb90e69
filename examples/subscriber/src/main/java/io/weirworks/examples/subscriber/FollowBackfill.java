package io.weirworks.examples.subscriber;

import io.weirworks.contract.CommandAccepted;
import io.weirworks.contract.CommandRejected;
import io.weirworks.contract.scheduler.BackfillCompleted;
import io.weirworks.contract.scheduler.FlowStatus;
import io.weirworks.contract.scheduler.NodeInstanceFailed;
import io.weirworks.contract.scheduler.NodeInstanceSucceeded;
import io.weirworks.contract.scheduler.StartBackfill;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import io.weirworks.schemas.UndecodableException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Publishes a backfill and follows it to its end. Exit code 0: it succeeded, 1: it did not, 2:
 * wrong use.
 */
public final class FollowBackfill implements AutoCloseable {

  private static final String REPLIES = Service.SCHEDULER.topic(TopicKind.REPLIES);
  private static final String EVENTS = Service.SCHEDULER.topic(TopicKind.EVENTS);

  private final AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Consumer<String> lines;
  private final Map<String, Long> sequences = new HashMap<>();

  /** Stands at the end of replies and events, so that what follows a command is not missed. */
  public FollowBackfill(String bootstrapServers, Consumer<String> lines) {
    this.lines = lines;
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrapServers, "acks", "all"),
            new StringSerializer(),
            new ByteArraySerializer());
    consumer =
        new KafkaConsumer<>(
            Map.of("bootstrap.servers", bootstrapServers, "isolation.level", "read_committed"),
            new StringDeserializer(),
            new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        Stream.of(REPLIES, EVENTS)
            .flatMap(topic -> consumer.partitionsFor(topic).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    consumer.assign(partitions);
    consumer.seekToEnd(partitions);
    partitions.forEach(consumer::position);
  }

  /**
   * Asks for the backfill. The same id and source again would have no second effect.
   *
   * @return the command's id, which everything that follows from it carries as correlation id
   */
  public String publish(StartBackfill command) throws ExecutionException, InterruptedException {
    String id = UUID.randomUUID().toString();
    ProducerRecord<String, byte[]> record =
        new ProducerRecord<>(
            Service.SCHEDULER.topic(TopicKind.COMMANDS),
            command.getWorkspace() + "/" + command.getWorkflow(),
            codec.encode(command));
    Headers.add(record, CloudEventHeaders.SPEC_VERSION, CloudEventHeaders.SPEC_VERSION_1_0);
    Headers.add(record, CloudEventHeaders.CONTENT_TYPE, CloudEventHeaders.CONTENT_TYPE_AVRO);
    Headers.add(record, CloudEventHeaders.ID, id);
    Headers.add(record, CloudEventHeaders.SOURCE, "/examples/follow-backfill");
    Headers.add(record, CloudEventHeaders.TYPE, command.getSchema().getFullName());
    Headers.add(record, CloudEventHeaders.TIME, Instant.now().toString());
    Headers.add(record, CloudEventHeaders.ACTOR, "service:follow-backfill");
    Headers.add(record, CloudEventHeaders.REPLY_TO, REPLIES);
    producer.send(record).get();
    return id;
  }

  /**
   * Reads on for a while and prints what belongs to the command.
   *
   * @return how it ended, FAILURE where the command was refused; empty while it goes on
   */
  public Optional<FlowStatus> poll(String commandId, Duration patience) {
    for (ConsumerRecord<String, byte[]> record : consumer.poll(patience)) {
      Optional<FlowStatus> end =
          isOf(commandId, record) && isNews(record) ? heard(record) : Optional.empty();
      if (end.isPresent()) {
        return end;
      }
    }
    return Optional.empty();
  }

  private static boolean isOf(String commandId, ConsumerRecord<String, byte[]> record) {
    return record.topic().equals(REPLIES)
        ? commandId.equals(record.key())
        : commandId.equals(Headers.text(record, CloudEventHeaders.CORRELATION_ID));
  }

  /** Events come at least once; one that is not above the last of its subject is a repeat. */
  private boolean isNews(ConsumerRecord<String, byte[]> record) {
    long sequence = Headers.sequence(record);
    String subject = Headers.text(record, CloudEventHeaders.SUBJECT);
    return record.topic().equals(REPLIES)
        || sequence > Optional.ofNullable(sequences.put(subject, sequence)).orElse(0L);
  }

  private Optional<FlowStatus> heard(ConsumerRecord<String, byte[]> record) {
    switch (decoded(record)) {
      case CommandAccepted accepted -> lines.accept("accepted: backfill " + accepted.getSubject());
      case CommandRejected rejected -> {
        lines.accept("refused: " + rejected.getCode() + ": " + rejected.getMessage());
        return Optional.of(FlowStatus.FAILURE);
      }
      case NodeInstanceSucceeded node ->
          lines.accept(node.getBizdate() + " " + node.getNode() + " succeeded");
      case NodeInstanceFailed node ->
          lines.accept(node.getBizdate() + " " + node.getNode() + " failed: " + node.getMessage());
      case BackfillCompleted completed -> {
        lines.accept("completed: " + completed.getStatus());
        return Optional.of(completed.getStatus());
      }
      default -> {} // others happen too, and later versions will tell more: skip what is not needed
    }
    return Optional.empty();
  }

  private SpecificRecord decoded(ConsumerRecord<String, byte[]> record) {
    try {
      return codec.decode(record.value());
    } catch (UndecodableException e) {
      throw new IllegalStateException(record.topic() + " at " + record.offset(), e);
    }
  }

  @Override
  public void close() {
    producer.close();
    consumer.close();
  }

  /** {@code FollowBackfill BOOTSTRAP-SERVERS WORKSPACE WORKFLOW FROM TO [NAME=VALUE …]}. */
  public static void main(String[] arguments) throws Exception {
    if (arguments.length < 5) {
      System.err.println(
          "usage: FollowBackfill BOOTSTRAP-SERVERS WORKSPACE WORKFLOW FROM TO [NAME=VALUE ...]");
      System.exit(2);
    }
    Map<String, String> parameters = new HashMap<>();
    Arrays.stream(arguments)
        .skip(5)
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> parameters.put(pair[0], pair.length > 1 ? pair[1] : ""));
    StartBackfill command =
        StartBackfill.newBuilder()
            .setWorkspace(arguments[1])
            .setWorkflow(arguments[2])
            .setFromBizdate(arguments[3])
            .setToBizdate(arguments[4])
            .setParameters(parameters)
            .build();
    Consumer<String> screen = System.out::println;
    FlowStatus end;
    try (FollowBackfill backfill = new FollowBackfill(arguments[0], screen)) {
      String id = backfill.publish(command);
      Optional<FlowStatus> known = Optional.empty();
      while (known.isEmpty()) {
        known = backfill.poll(id, Duration.ofSeconds(1));
      }
      end = known.get();
    }
    System.exit(end == FlowStatus.SUCCESS ? 0 : 1);
  }
}
