package io.weirworks.scheduler.schedule.adapter;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.micronaut.context.annotation.Property;
import io.weirworks.contract.scheduler.ReplanInstances;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.ProducerConfiguration;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.messaging.wire.EnvelopeHeaders;
import io.weirworks.scheduler.adapter.Round;
import io.weirworks.scheduler.recurrence.ZoneRulesSource;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether this process knows other rules of time zones than those that the instances of its
 * shards were made by, as after a start with another JDK, and asks for what is ahead to be planned
 * anew (R23). It asks again until that is done.
 */
@Singleton
final class ZoneRulesWatch implements Round {

  private static final Logger LOG = LoggerFactory.getLogger(ZoneRulesWatch.class);

  private final OutdatedSchedules schedules;
  private final Messaging messaging;
  private final AvroCodec codec;
  private final InstantSource clock;
  private final Map<String, Object> kafka;
  private final Duration every;

  ZoneRulesWatch(
      DataSource database,
      ZoneRulesSource zones,
      Messaging messaging,
      AvroCodec codec,
      InstantSource clock,
      @Property(name = "kafka.bootstrap.servers") String bootstrapServers,
      @Property(name = "weirworks.scheduler.zone-rules.every", defaultValue = "1m")
          Duration every) {
    this.schedules = new OutdatedSchedules(database, zones);
    this.messaging = messaging;
    this.codec = codec;
    this.clock = clock;
    this.kafka = Map.of("bootstrap.servers", bootstrapServers);
    this.every = every;
  }

  @Override
  public String name() {
    return "looking for other rules of time zones";
  }

  @Override
  public Duration every() {
    return every;
  }

  @Override
  public void go() throws SQLException {
    List<OutdatedSchedules.Outdated> outdated = schedules.of(messaging.status().owned());
    if (!outdated.isEmpty()) {
      LOG.info("the rules of time zones have changed under {} schedules", outdated.size());
      ask(outdated);
    }
  }

  /** It is so seldom that a producer is made for it. */
  private void ask(List<OutdatedSchedules.Outdated> outdated) {
    try (Producer<byte[], byte[]> producer =
        new KafkaProducer<>(
            ProducerConfiguration.of(kafka),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (OutdatedSchedules.Outdated schedule : outdated) {
        Future<?> _ = producer.send(record(schedule));
      }
    }
  }

  private ProducerRecord<byte[], byte[]> record(OutdatedSchedules.Outdated schedule) {
    ReplanInstances command =
        ReplanInstances.newBuilder()
            .setScheduleId(schedule.id())
            .setWorkspace(schedule.names().workspace())
            .setWorkflow(schedule.names().workflow())
            .build();
    return new ProducerRecord<>(
        Service.SCHEDULER.topic(TopicKind.INTERNAL),
        null,
        schedule.names().orderingKey().getBytes(UTF_8),
        codec.encode(command),
        EnvelopeHeaders.write(envelope(schedule)).list());
  }

  private Envelope envelope(OutdatedSchedules.Outdated schedule) {
    String id = UUID.randomUUID().toString();
    return new Envelope(
        id,
        Service.SCHEDULER.source(),
        ReplanInstances.getClassSchema().getFullName(),
        schedule.id(),
        clock.instant(),
        schedule.names().workspace(),
        Service.SCHEDULER.actor(),
        null,
        null,
        id,
        0,
        null,
        List.of(),
        null);
  }
}
