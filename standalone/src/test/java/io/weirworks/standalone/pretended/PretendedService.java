package io.weirworks.standalone.pretended;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.weirworks.contract.CommandAccepted;
import io.weirworks.contract.CommandRejected;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.EnvelopeHeaders;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import io.weirworks.standalone.topics.TopicReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Stands in for a service: configured by the same environment, ready by the same address, answers
 * each command with acceptance, or with rejection where its first field is {@code wrong}.
 */
public final class PretendedService {

  private final Service service;
  private final AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());
  private final String broker = System.getenv("KAFKA_BOOTSTRAP_SERVERS");
  private volatile boolean ready;

  private PretendedService(Service service) {
    this.service = service;
  }

  static void start(Service service) {
    PretendedService pretended = new PretendedService(service);
    try {
      pretended.serveHttp();
      pretended.requireDatabase();
      try (Partner partner = new Partner(pretended.broker)) {
        partner.makeTopics(service);
      }
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
    Thread.ofPlatform().name(service.id()).start(pretended::answer);
  }

  private String variable(String name) {
    return System.getenv("WEIRWORKS_" + service.name() + "_" + name);
  }

  private void serveHttp() throws IOException {
    int port = Integer.parseInt(variable("PORT"));
    HttpServer http =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    http.createContext("/health/readiness", this::readiness);
    http.start();
  }

  private void readiness(HttpExchange exchange) throws IOException {
    byte[] body = "{\"status\":\"%s\"}".formatted(ready ? "UP" : "DOWN").getBytes(UTF_8);
    exchange.sendResponseHeaders(ready ? 200 : 503, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private void requireDatabase() throws Exception {
    DriverManager.getConnection(
            variable("DATABASE_URL"), variable("DATABASE_USER"), variable("DATABASE_PASSWORD"))
        .close();
  }

  private void answer() {
    try (TopicReader commands = TopicReader.of(broker, List.of(service.topic(TopicKind.COMMANDS)));
        KafkaProducer<byte[], byte[]> producer =
            new KafkaProducer<>(
                Map.of("bootstrap.servers", broker),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
      commands.toEnd();
      ready = true;
      while (true) {
        for (ArrivedRecord record : commands.poll()) {
          reply(record, producer);
        }
      }
    } catch (Exception e) {
      e.printStackTrace();
      System.exit(3);
    }
  }

  private void reply(ArrivedRecord record, KafkaProducer<byte[], byte[]> producer)
      throws Exception {
    Envelope asked = EnvelopeHeaders.read(record.headers());
    String first = String.valueOf(codec.decode(Objects.requireNonNull(record.value())).get(0));
    SpecificRecord reply =
        first.equals("wrong")
            ? new CommandRejected(
                asked.id(), asked.source(), "InvalidName", "it is wrong", "$.name", first)
            : new CommandAccepted(asked.id(), asked.source(), "subject-of-" + first, 1L);
    Envelope envelope =
        new Envelope(
            asked.id() + "-reply",
            service.source(),
            reply.getSchema().getFullName(),
            "subject-of-" + first,
            Instant.now(),
            null,
            asked.actor(),
            null,
            asked.id(),
            asked.id(),
            1,
            null,
            List.of(),
            null);
    for (String topic :
        List.of(service.topic(TopicKind.REPLIES), service.topic(TopicKind.EVENTS))) {
      producer
          .send(
              new ProducerRecord<>(
                  topic,
                  null,
                  asked.id().getBytes(UTF_8),
                  codec.encode(reply),
                  EnvelopeHeaders.write(envelope).list()))
          .get();
    }
  }
}
