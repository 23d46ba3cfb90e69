package io.weirworks.benchmarks.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.contract.bank.Deposit;
import io.weirworks.contract.bank.Deposited;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.EnvelopeHeaders;
import io.weirworks.messaging.wire.Reading;
import io.weirworks.messaging.wire.RecordReader;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The baseline: consume, transform, produce in one thread, at least once, without database, order
 * of subjects across restarts, idempotency or fence. Offsets are committed each second after a
 * flush.
 */
final class PlainLoop implements Runnable, AutoCloseable {

  /** What becomes of a command. */
  enum Transform {
    /** Its bytes and headers, untouched. */
    COPY,
    /** Read, applied to a balance in memory, written as the event that the bank would tell. */
    DECIDE
  }

  private static final Duration POLL = Duration.ofMillis(100);
  private static final long COMMIT_EVERY = Duration.ofSeconds(1).toNanos();

  private final Transform transform;
  private final Town town;
  private final Map<TopicPartition, Long> from;
  private final int lap;
  private final RecordReader reader;
  private final KafkaConsumer<byte[], byte[]> consumer;
  private final Producer<byte[], byte[]> producer;
  private final Map<String, Long> balances = new HashMap<>();
  private final Thread thread;
  private volatile boolean stopping;

  private PlainLoop(Transform transform, Town town, Map<TopicPartition, Long> from, int lap) {
    this.transform = transform;
    this.town = town;
    this.from = Map.copyOf(from);
    this.lap = lap;
    this.reader = new RecordReader(town.codec());
    Map<String, Object> config = new HashMap<>(town.plainConfig());
    config.put("group.id", "plain-" + transform);
    config.put("enable.auto.commit", false);
    this.consumer =
        new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    consumer.assign(from.keySet());
    from.forEach(consumer::seek);
    this.producer = town.producer();
    this.thread = Thread.ofPlatform().name("plain").unstarted(this);
  }

  /** Works on what is sent from now on. */
  static PlainLoop start(Transform transform, Town town) {
    return started(
        new PlainLoop(
            transform,
            town,
            town.progress(Town.topic(TopicKind.COMMANDS)).offsets(),
            Integer.MAX_VALUE));
  }

  /**
   * Works a backlog off again and again: once would be over before it can be measured.
   *
   * @param from where the backlog begins in each partition of the commands
   * @param lap records of the backlog
   */
  static PlainLoop startOver(
      Transform transform, Town town, Map<TopicPartition, Long> from, int lap) {
    return started(new PlainLoop(transform, town, from, lap));
  }

  private static PlainLoop started(PlainLoop loop) {
    loop.thread.start();
    return loop;
  }

  @Override
  public void run() {
    long committed = System.nanoTime();
    int records = 0;
    while (!stopping) {
      for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
        Future<?> _ = producer.send(transformed(record));
        records++;
      }
      if (records == lap) {
        from.forEach(consumer::seek);
        records = 0;
      }
      if (System.nanoTime() - committed > COMMIT_EVERY) {
        commit();
        committed = System.nanoTime();
      }
    }
    commit();
  }

  private void commit() {
    producer.flush();
    consumer.commitSync();
  }

  private ProducerRecord<byte[], byte[]> transformed(ConsumerRecord<byte[], byte[]> record) {
    return switch (transform) {
      case COPY ->
          new ProducerRecord<>(
              Town.PLAIN_EVENTS,
              record.partition(),
              record.key(),
              record.value(),
              record.headers());
      case DECIDE -> decided(record);
    };
  }

  private ProducerRecord<byte[], byte[]> decided(ConsumerRecord<byte[], byte[]> record) {
    if (!(reader.read(ArrivedRecord.of(record))
            instanceof Reading.Understood(Envelope command, SpecificRecord value))
        || !(value instanceof Deposit deposit)) {
      throw new IllegalStateException("no deposit at offset " + record.offset());
    }
    String account = deposit.getAccount();
    long balance = balances.merge(account, deposit.getAmount(), Long::sum);
    Deposited event = new Deposited(account, deposit.getAmount(), balance);
    return new ProducerRecord<>(
        Town.PLAIN_EVENTS,
        record.partition(),
        account.getBytes(UTF_8),
        town.codec().encode(event),
        EnvelopeHeaders.write(told(event, account, balance, command)).list());
  }

  private static Envelope told(Deposited event, String account, long balance, Envelope command) {
    return new Envelope(
        "plain-" + command.id(),
        "/bank/plain",
        event.getSchema().getFullName(),
        account,
        Instant.now(),
        command.workspace(),
        command.actor(),
        command.onBehalfOf(),
        command.id(),
        command.correlationId(),
        balance,
        null,
        List.of(),
        command.traceparent());
  }

  @Override
  public void close() {
    stopping = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    consumer.close();
    producer.close();
  }
}
