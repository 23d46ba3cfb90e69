package io.weirworks.standalone.pretended;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import io.weirworks.schemas.Topics;
import io.weirworks.standalone.topics.RecordJson;
import io.weirworks.standalone.topics.TopicReader;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Writes what services would write, and looks at what was written. */
public final class Partner implements AutoCloseable {

  private final String broker;
  private final AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());
  private final RecordJson form = new RecordJson(codec);
  private final KafkaProducer<byte[], byte[]> producer;

  public Partner(String broker) {
    this.broker = broker;
    this.producer =
        new KafkaProducer<>(
            Map.of("bootstrap.servers", broker),
            new ByteArraySerializer(),
            new ByteArraySerializer());
  }

  /** Makes the topics of a service that are not there; returns when the broker lists them. */
  public void makeTopics(Service service) {
    List<NewTopic> topics =
        Topics.of(service).stream()
            .map(topic -> new NewTopic(topic.name(), 2, (short) 1).configs(topic.config()))
            .toList();
    try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker))) {
      create(admin, topics);
      await()
          .until(
              () -> admin.listTopics().names().get(),
              names -> topics.stream().map(NewTopic::name).allMatch(names::contains));
    }
  }

  private static void create(Admin admin, List<NewTopic> topics) {
    try {
      admin.createTopics(topics).all().get();
    } catch (ExecutionException e) {
      if (!(e.getCause() instanceof TopicExistsException)) {
        throw new IllegalStateException(e);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A state record of the scheduler. */
  public void tellState(String subject, SpecificRecord state) {
    write(Service.SCHEDULER.topic(TopicKind.STATE), subject, state);
  }

  /** Returns when it is there. */
  public void write(String topic, String key, SpecificRecord value) {
    try {
      producer.send(new ProducerRecord<>(topic, key.getBytes(UTF_8), codec.encode(value))).get();
    } catch (ExecutionException | InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a record of the topic holds this text in its JSON form. */
  public boolean sees(String topic, String text) {
    AtomicBoolean seen = new AtomicBoolean();
    try (TopicReader reader = TopicReader.of(broker, List.of(topic))) {
      reader.readToEnd(
          record -> seen.set(seen.get() || form.json(record).toString().contains(text)));
    }
    return seen.get();
  }

  @Override
  public void close() {
    producer.close();
  }
}
