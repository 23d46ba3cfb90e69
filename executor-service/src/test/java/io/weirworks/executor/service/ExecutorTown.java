package io.weirworks.executor.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.weirworks.contract.executor.RunCancelled;
import io.weirworks.contract.executor.RunFailed;
import io.weirworks.contract.executor.RunLost;
import io.weirworks.contract.executor.RunNode;
import io.weirworks.contract.executor.RunRefused;
import io.weirworks.contract.executor.RunSucceeded;
import io.weirworks.contract.lineage.RecordOpenLineage;
import io.weirworks.infra.testing.Infra;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.EnvelopeHeaders;
import io.weirworks.messaging.wire.Reading;
import io.weirworks.messaging.wire.RecordReader;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.Topic;
import io.weirworks.schemas.TopicKind;
import io.weirworks.schemas.Topics;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Fresh topics and a fresh schema for the executor, and a scheduler's and a subscriber's eyes. */
final class ExecutorTown implements AutoCloseable {

  static final String ACTOR = "user:ada";
  static final Duration BOUND = Duration.ofSeconds(60);
  private static final String LINEAGE = Service.LINEAGE.topic(TopicKind.INTERNAL);
  private static final int SHARDS = 4;
  private static final String SCHEDULER = Service.SCHEDULER.source();

  /** A record as a subscriber sees it. */
  record Seen(Envelope envelope, SpecificRecord value) {}

  private final Infra infra = Infra.shared();
  private final String schema = infra.freshSchema("executor");
  private final AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());
  private final KafkaProducer<byte[], byte[]> producer;
  private final List<Seen> events = new CopyOnWriteArrayList<>();
  private final List<Seen> logs = new CopyOnWriteArrayList<>();
  private final List<Seen> lineage = new CopyOnWriteArrayList<>();
  private final Thread reading;
  private volatile boolean closed;

  ExecutorTown() {
    topics().forEach(this::makeAnew);
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", infra.broker().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    reading = Thread.ofPlatform().daemon().name("subscriber").start(this::read);
  }

  private static List<String> topics() {
    return Stream.concat(
            Topics.of(Service.EXECUTOR).stream().map(Topic::name),
            Stream.of(Service.REGISTRY.topic(TopicKind.STATE), LINEAGE))
        .toList();
  }

  private void makeAnew(String topic) {
    try (Admin admin =
        Admin.create(Map.of("bootstrap.servers", infra.broker().bootstrapServers()))) {
      if (admin.listTopics().names().get().contains(topic)) {
        admin.deleteTopics(List.of(topic)).all().get();
      }
      NewTopic wanted =
          new NewTopic(topic, SHARDS, (short) 1)
              .configs(Topics.byName(topic).map(Topic::config).orElseThrow());
      await().atMost(BOUND).until(() -> isMade(admin, wanted));
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  private static boolean isMade(Admin admin, NewTopic wanted) throws Exception {
    try {
      admin.createTopics(List.of(wanted)).all().get();
      return true;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof TopicExistsException) {
        return false;
      }
      throw e;
    }
  }

  /** What the service is told about its servers. */
  Map<String, String> servers() {
    return Map.of(
        "kafka.bootstrap.servers", infra.broker().bootstrapServers(),
        "datasources.default.url", infra.database().jdbcUrl(schema),
        "datasources.default.username", infra.database().user(),
        "datasources.default.password", infra.database().password());
  }

  private void read() {
    RecordReader reader = new RecordReader(codec);
    String eventTopic = Service.EXECUTOR.topic(TopicKind.EVENTS);
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            infra.broker().bootstrapServers(),
            "isolation.level",
            "read_committed");
    try (KafkaConsumer<byte[], byte[]> consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
      List<TopicPartition> partitions =
          Stream.of(eventTopic, LINEAGE, Service.EXECUTOR.topic(TopicKind.LOGS))
              .flatMap(topic -> consumer.partitionsFor(topic).stream())
              .map(info -> new TopicPartition(info.topic(), info.partition()))
              .toList();
      consumer.assign(partitions);
      consumer.seekToBeginning(partitions);
      while (!closed) {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(Duration.ofMillis(100))) {
          Reading.Understood understood =
              (Reading.Understood) reader.read(ArrivedRecord.of(record));
          seenOf(record.topic()).add(new Seen(understood.envelope(), understood.value()));
        }
      }
    }
  }

  private List<Seen> seenOf(String topic) {
    if (topic.equals(LINEAGE)) {
      return lineage;
    }
    return topic.equals(Service.EXECUTOR.topic(TopicKind.EVENTS)) ? events : logs;
  }

  /** What lineage-service was told of the run. */
  List<RecordOpenLineage> lineage(RunNode run) {
    return lineage.stream()
        .map(seen -> (RecordOpenLineage) seen.value())
        .filter(told -> run.getRunId().equals(told.getRunId()))
        .toList();
  }

  /** A run of a shell script, of a workflow instance of its own. */
  static RunNode.Builder shell(String command, String script) {
    String runId = UUID.randomUUID().toString();
    return RunNode.newBuilder()
        .setRunId(runId)
        .setAttempt(1)
        .setNodeInstanceId("ni-" + runId)
        .setWorkflowInstanceId("wi-" + runId)
        .setSender(new io.weirworks.contract.Sender("ni-" + runId, 1L))
        .setWorkspaceId("ws-1")
        .setWorkspace("demo")
        .setWorkflowId("wf-1")
        .setWorkflow("flights")
        .setNodeId("n-1")
        .setNode("clean")
        .setCommand(command)
        .setScript(script)
        .setTimeoutSeconds(300)
        .setBizdate("2026-01-01")
        .setScheduledTime(Instant.EPOCH);
  }

  /** Sends a command of the scheduler's. */
  void send(String workflowInstanceId, SpecificRecord command) {
    Envelope envelope =
        new Envelope(
            UUID.randomUUID().toString(),
            SCHEDULER,
            command.getSchema().getFullName(),
            "",
            Instant.now(),
            "demo",
            ACTOR,
            null,
            "cause-1",
            "story-" + workflowInstanceId,
            0,
            null,
            List.of(),
            null);
    Future<?> _ =
        producer.send(
            new ProducerRecord<>(
                Service.EXECUTOR.topic(TopicKind.INTERNAL),
                null,
                workflowInstanceId.getBytes(UTF_8),
                codec.encode(command),
                EnvelopeHeaders.write(envelope).list()));
  }

  RunNode send(RunNode.Builder command) {
    RunNode run = command.build();
    send(run.getWorkflowInstanceId(), run);
    return run;
  }

  /** The run's events so far, repeats dropped as a reader drops them. */
  List<Seen> events(RunNode run) {
    long[] last = {0};
    return events.stream()
        .filter(seen -> seen.envelope().subject().equals(run.getRunId()))
        .filter(
            seen -> {
              boolean news = seen.envelope().sequence() > last[0];
              last[0] = Math.max(last[0], seen.envelope().sequence());
              return news;
            })
        .toList();
  }

  List<String> types(RunNode run) {
    return events(run).stream().map(seen -> seen.value().getSchema().getName()).toList();
  }

  List<Seen> terminals(RunNode run) {
    return events(run).stream().filter(seen -> isTerminal(seen.value())).toList();
  }

  private static boolean isTerminal(SpecificRecord event) {
    return event instanceof RunSucceeded
        || event instanceof RunFailed
        || event instanceof RunCancelled
        || event instanceof RunLost
        || event instanceof RunRefused;
  }

  <E extends SpecificRecord> E awaitEvent(RunNode run, Class<E> type) {
    return type.cast(
        await("event " + type.getSimpleName() + " of run " + run.getRunId())
            .atMost(BOUND)
            .until(
                () ->
                    events(run).stream()
                        .map(Seen::value)
                        .filter(value -> type.isInstance(value) || isTerminal(value))
                        .findFirst()
                        .orElse(null),
                value -> value != null));
  }

  /** Whether the claim of the run has run out, by the database's clock. */
  boolean isLeaseOver(RunNode run) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(
                infra.database().jdbcUrl(schema),
                infra.database().user(),
                infra.database().password());
        PreparedStatement statement =
            connection.prepareStatement(
                "SELECT lease_until < UTC_TIMESTAMP(6) FROM claim WHERE run = ?")) {
      statement.setString(1, run.getRunId());
      try (ResultSet row = statement.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  /** A piece that comes again, or overlaps what is there, adds only what is new. */
  private static void append(
      ByteArrayOutputStream whole, io.weirworks.contract.executor.LogChunk chunk) {
    ByteBuffer data = chunk.getData().duplicate();
    long known = whole.size() - chunk.getOffset();
    if (known >= 0 && known < data.remaining()) {
      byte[] news = new byte[data.remaining() - (int) known];
      data.position(data.position() + (int) known).get(news);
      whole.writeBytes(news);
    }
  }

  /** What the log topic says that the run wrote, put together by offsets. */
  byte[] log(RunNode run, io.weirworks.contract.executor.LogStream stream) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    logs.stream()
        .map(seen -> (io.weirworks.contract.executor.LogChunk) seen.value())
        .filter(chunk -> chunk.getRunId().equals(run.getRunId()) && chunk.getStream() == stream)
        .forEach(chunk -> append(whole, chunk));
    return whole.toByteArray();
  }

  @Override
  public void close() {
    closed = true;
    producer.close();
    try {
      reading.join(Duration.ofSeconds(5));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
