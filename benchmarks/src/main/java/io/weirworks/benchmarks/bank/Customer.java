package io.weirworks.benchmarks.bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.contract.bank.Deposit;
import io.weirworks.contract.bank.OpenAccount;
import io.weirworks.messaging.Envelope;
import io.weirworks.messaging.wire.EnvelopeHeaders;
import io.weirworks.messaging.wire.ShardOf;
import io.weirworks.schemas.TopicKind;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/** Publishes commands as any program outside would. */
final class Customer implements AutoCloseable {

  private static final String SOURCE = "/bank/customer";

  private final Town town;
  private final int accounts;
  private final Producer<byte[], byte[]> producer;
  private long commands;
  private long deposits;
  private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();

  Customer(Town town, int accounts) {
    this.town = town;
    this.accounts = accounts;
    this.producer = town.producer();
  }

  void openAccounts() {
    for (int i = 0; i < accounts; i++) {
      String account = account(i);
      send(new OpenAccount(account, "holder of " + account), account, false);
    }
    flush();
  }

  /** A backlog of deposits, spread over the accounts; nobody asks for a reply. */
  void deposit(int count) {
    for (int i = 0; i < count; i++) {
      deposit(false);
    }
    flush();
  }

  private void flush() {
    producer.flush();
    Exception error = refused.get();
    if (error != null) {
      throw new IllegalStateException("a command did not reach the broker", error);
    }
  }

  /**
   * One deposit.
   *
   * @return its {@code ce_id}
   */
  String deposit(boolean reply) {
    deposits++;
    String account = account((int) (commands % accounts));
    return send(new Deposit(account, 1L), account, reply);
  }

  /** How many it has sent. */
  long commands() {
    return commands;
  }

  long deposits() {
    return deposits;
  }

  private static String account(int number) {
    return "account-" + number;
  }

  private String send(SpecificRecord command, String account, boolean reply) {
    String id = "command-" + commands++;
    Envelope envelope = envelope(id, command, reply ? Town.topic(TopicKind.REPLIES) : null);
    Future<?> _ =
        producer.send(
            new ProducerRecord<>(
                Town.topic(TopicKind.COMMANDS),
                ShardOf.key(account, town.shards()),
                account.getBytes(UTF_8),
                town.codec().encode(command),
                EnvelopeHeaders.write(envelope).list()),
            (metadata, error) -> refused.compareAndSet(null, error));
    return id;
  }

  private static Envelope envelope(String id, SpecificRecord command, @Nullable String replyTo) {
    return new Envelope(
        id,
        SOURCE,
        command.getSchema().getFullName(),
        "",
        Instant.now(),
        "bank",
        "user:customer",
        null,
        null,
        id,
        0,
        replyTo,
        List.of(),
        null);
  }

  @Override
  public void close() {
    producer.close();
  }
}
