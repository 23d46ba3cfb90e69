package io.weirworks.registry.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.weirworks.contract.CommandAccepted;
import io.weirworks.contract.CommandRejected;
import io.weirworks.infra.testing.Infra;
import io.weirworks.messaging.hosting.ServiceHost;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.Topic;
import io.weirworks.schemas.TopicKind;
import io.weirworks.schemas.Topics;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** The running service and somebody who sends it commands and reads its topics. */
final class RegistryTown {

  static final String ACTOR = "user:ada";
  static final String PLATFORM_ZONE = "Asia/Shanghai";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static final JsonMapper JSON = new JsonMapper();

  /** One for all tests of the JVM: a service has its topics for itself. It ends with the JVM. */
  private static final class Shared {
    static final RegistryTown INSTANCE = new RegistryTown();
  }

  private final Infra infra = Infra.shared();
  private final String schema = infra.freshSchema("registry");
  private final AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());
  private final HttpClient http = HttpClient.newHttpClient();
  private final KafkaProducer<byte[], byte[]> producer;
  private ApplicationContext service;

  private RegistryTown() {
    removeTopics();
    producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", bootstrap(), "max.request.size", 16 << 20),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    service = start();
  }

  static RegistryTown shared() {
    return Shared.INSTANCE;
  }

  private ApplicationContext start() {
    return ServiceHost.start(
        Service.REGISTRY,
        Map.of(
            "micronaut.server.port",
            0,
            "weirworks.time-zone",
            PLATFORM_ZONE,
            "weirworks.messaging.partitions",
            4,
            "weirworks.messaging.leave-on-stop",
            true,
            "kafka.bootstrap.servers",
            bootstrap(),
            "datasources.default.url",
            infra.database().jdbcUrl(schema),
            "datasources.default.username",
            infra.database().user(),
            "datasources.default.password",
            infra.database().password()));
  }

  /** Brokers that are not ours alone keep what earlier runs left. */
  private void removeTopics() {
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap()))) {
      List<String> mine = Topics.of(Service.REGISTRY).stream().map(Topic::name).toList();
      List<String> there =
          admin.listTopics().names().get().stream().filter(mine::contains).toList();
      admin.deleteTopics(there).all().get();
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  String bootstrap() {
    return infra.broker().bootstrapServers();
  }

  URI address() {
    return service.getBean(EmbeddedServer.class).getURI();
  }

  void restart() {
    service.close();
    service = start();
  }

  /** Sends a command as another team would: headers of the contract, any record key. */
  String send(SpecificRecord command, String key) {
    return send(command, key, UUID.randomUUID().toString());
  }

  String send(SpecificRecord command, String key, String id) {
    ProducerRecord<byte[], byte[]> record =
        new ProducerRecord<>(
            Service.REGISTRY.topic(TopicKind.COMMANDS), key.getBytes(UTF_8), codec.encode(command));
    Map.of(
            CloudEventHeaders.SPEC_VERSION,
            CloudEventHeaders.SPEC_VERSION_1_0,
            CloudEventHeaders.CONTENT_TYPE,
            CloudEventHeaders.CONTENT_TYPE_AVRO,
            CloudEventHeaders.ID,
            id,
            CloudEventHeaders.SOURCE,
            "/test",
            CloudEventHeaders.TYPE,
            command.getSchema().getFullName(),
            CloudEventHeaders.TIME,
            Instant.now().toString(),
            CloudEventHeaders.ACTOR,
            ACTOR,
            CloudEventHeaders.REPLY_TO,
            Service.REGISTRY.topic(TopicKind.REPLIES))
        .forEach((name, value) -> record.headers().add(name, value.getBytes(UTF_8)));
    Future<?> _ = producer.send(record);
    return id;
  }

  SpecificRecord reply(String commandId) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                read(TopicKind.REPLIES).stream()
                    .filter(reply -> reply.key().equals(commandId))
                    .map(TopicReader.Read::value)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  CommandAccepted accepted(SpecificRecord command, String key) {
    SpecificRecord reply = reply(send(command, key));
    if (reply instanceof CommandAccepted accepted) {
      return accepted;
    }
    throw new AssertionError("refused: " + reply);
  }

  CommandRejected rejected(SpecificRecord command, String key) {
    SpecificRecord reply = reply(send(command, key));
    if (reply instanceof CommandRejected rejected) {
      return rejected;
    }
    throw new AssertionError("accepted: " + reply);
  }

  /** Makes a workspace with the computing resource {@code local}. */
  void workspace(String name) {
    accepted(Commands.create(name), name);
    accepted(Commands.register(name, "local"), name);
  }

  List<TopicReader.Read> read(TopicKind kind) {
    return TopicReader.read(bootstrap(), Service.REGISTRY.topic(kind));
  }

  /**
   * The events of one subject in their order, once there are so many: a reply may be read before
   * the events on another topic.
   */
  List<TopicReader.Read> events(String subject, int count) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                read(TopicKind.EVENTS).stream()
                    .filter(event -> event.header(CloudEventHeaders.SUBJECT).equals(subject))
                    .toList(),
            events -> events.size() >= count);
  }

  /** The latest state of a subject once it includes this sequence. */
  SpecificRecord state(String subject, long sequence) {
    return await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                read(TopicKind.STATE).stream()
                    .filter(record -> record.key().equals(subject))
                    .filter(
                        record ->
                            Long.parseLong(record.header(CloudEventHeaders.SEQUENCE)) == sequence)
                    .map(TopicReader.Read::value)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  /** Waits for the tombstone of a subject. */
  void awaitRemoval(String subject) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(100))
        .until(
            () ->
                TopicReader.removed(bootstrap(), Service.REGISTRY.topic(TopicKind.STATE))
                    .contains(subject));
  }

  HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(address().resolve(path)).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> delete(String path) throws IOException, InterruptedException {
    return http.send(
        HttpRequest.newBuilder(address().resolve(path)).DELETE().build(), BodyHandlers.ofString());
  }

  JsonNode json(String path) throws IOException, InterruptedException {
    return JSON.readTree(get(path).body());
  }

  HttpResponse<String> post(String path, String body, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address().resolve(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body));
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }
}
