package io.weirworks.messaging.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.contract.CommandAccepted;
import io.weirworks.contract.CommandRejected;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.ProducerConfiguration;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.EnvelopeHeaders;
import io.weirworks.messaging.wire.Reading;
import io.weirworks.messaging.wire.RecordReader;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Publishes commands and completes a future with each reply. The reader of replies stands at their
 * end before the first command leaves, so no reply is missed.
 */
public final class CommandClient implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(CommandClient.class);
  private static final Duration POLL = Duration.ofMillis(100);

  private final AvroCodec codec;
  private final RecordReader reader;
  private final Producer<byte[], byte[]> producer;
  private final KafkaConsumer<byte[], byte[]> replies;
  private final Map<String, CompletableFuture<Reply>> waiting = new ConcurrentHashMap<>();
  private final Thread thread;
  private volatile boolean stopping;

  /**
   * Connects and goes to the end of the replies of these services.
   *
   * @param kafka client configuration, {@code bootstrap.servers} at least
   */
  public CommandClient(Map<String, Object> kafka, AvroCodec codec, List<Service> services) {
    this.codec = codec;
    this.reader = new RecordReader(codec);
    this.producer =
        new KafkaProducer<>(
            ProducerConfiguration.of(kafka), new ByteArraySerializer(), new ByteArraySerializer());
    Map<String, Object> consuming = new HashMap<>(kafka);
    consuming.put("enable.auto.commit", false);
    this.replies =
        new KafkaConsumer<>(consuming, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    List<TopicPartition> partitions =
        services.stream()
            .flatMap(service -> replies.partitionsFor(service.topic(TopicKind.REPLIES)).stream())
            .map(info -> new TopicPartition(info.topic(), info.partition()))
            .toList();
    replies.assign(partitions);
    replies.seekToEnd(partitions);
    partitions.forEach(replies::position);
    this.thread = Thread.ofPlatform().daemon().name("replies").start(this::listen);
  }

  /** Publishes and answers with the reply, however long it takes. */
  public CompletableFuture<Reply> send(Command command) {
    CompletableFuture<Reply> reply =
        waiting.computeIfAbsent(command.id(), id -> new CompletableFuture<>());
    Future<?> _ =
        producer.send(
            new ProducerRecord<>(
                command.to().topic(TopicKind.COMMANDS),
                null,
                command.key().getBytes(UTF_8),
                codec.encode(command.value()),
                EnvelopeHeaders.write(envelope(command)).list()),
            (metadata, error) -> {
              if (error != null) {
                waiting.remove(command.id());
                reply.completeExceptionally(error);
              }
            });
    return reply;
  }

  private static Envelope envelope(Command command) {
    return new Envelope(
        command.id(),
        command.source(),
        command.value().getSchema().getFullName(),
        "",
        Instant.now(),
        command.workspace(),
        command.actor(),
        null,
        null,
        command.id(),
        0,
        command.to().topic(TopicKind.REPLIES),
        List.of(),
        null);
  }

  /** Nobody waits for this reply any more. */
  public void forget(String commandId) {
    waiting.remove(commandId);
  }

  private void listen() {
    while (!stopping) {
      try {
        replies.poll(POLL).forEach(this::complete);
      } catch (KafkaException e) {
        LOG.warn("replies cannot be read: {}", e.toString());
      }
    }
    replies.close();
  }

  private void complete(ConsumerRecord<byte[], byte[]> record) {
    String id = record.key() == null ? "" : new String(record.key(), UTF_8);
    CompletableFuture<Reply> future = waiting.remove(id);
    if (future == null) {
      return;
    }
    switch (reader.read(ArrivedRecord.of(record))) {
      case Reading.Understood(var _, SpecificRecord value) -> future.complete(reply(value));
      case Reading.NotUnderstood(String cause, String detail) ->
          future.completeExceptionally(new KafkaException(cause + ": " + detail));
      case Reading.Removed _, Reading.SchemaPending _ ->
          future.completeExceptionally(new KafkaException("no reply at " + record.offset()));
    }
  }

  private static Reply reply(SpecificRecord value) {
    return switch (value) {
      case CommandAccepted accepted ->
          new Reply.Accepted(
              accepted.getCommandId(), accepted.getSubject(), accepted.getSequence());
      case CommandRejected rejected ->
          new Reply.Rejected(
              rejected.getCommandId(),
              new Rejection(
                  rejected.getCode(),
                  rejected.getMessage(),
                  rejected.getField(),
                  rejected.getValue()));
      default -> throw new KafkaException(value.getSchema().getFullName() + " is no reply");
    };
  }

  @Override
  public void close() {
    stopping = true;
    producer.close(Duration.ofSeconds(2));
    try {
      thread.join(Duration.ofSeconds(2));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
