package io.weirworks.messaging.fault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.infra.InfraException;
import io.weirworks.infra.server.EmbeddedServer;
import io.weirworks.infra.testing.Infra;
import io.weirworks.infra.testing.SeparateInfra;
import io.weirworks.messaging.KafkaClients;
import io.weirworks.messaging.bank.Bank;
import io.weirworks.messaging.bank.BankAudit;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.bank.Customer;
import io.weirworks.messaging.bank.Order;
import io.weirworks.messaging.outbox.OutboxPublisher;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.messaging.storage.OutboxTable;
import io.weirworks.messaging.wire.HeaderList;
import io.weirworks.messaging.wire.OutgoingRecord;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The servers themselves stop and come back. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServersTest {

  private SeparateInfra infra;

  @BeforeAll
  void ownServers() {
    infra = Infra.separate();
  }

  @AfterAll
  void leave() {
    infra.close();
  }

  private BankTown freshTown() {
    String schema = Infra.freshName("bank");
    infra.database().createSchema(schema);
    return BankTown.fresh(infra.broker(), infra.database(), schema);
  }

  @Test
  void brokerThenDatabaseStoppedAndStartedUnderLoadLoseNothing() {
    try (BankTown town = freshTown()) {
      // given
      Messaging member = town.member("a");
      Customer customer = Customer.start(town, town.openMany(10), 1);
      answersFor(customer, town);

      // when
      infra.broker().kill();
      BankTown.await().until(() -> secondsWithoutGroup(member) >= 3);
      startAgain(infra.broker());
      BankTown.await().until(() -> secondsWithoutGroup(member) < 2);
      answersFor(customer, town);
      infra.database().kill();
      BankTown.await().until(() -> !member.status().waiting().isEmpty());
      startAgain(infra.database());
      answersFor(customer, town);
      infra.broker().stop();
      infra.database().stop();
      startAgain(infra.database());
      startAgain(infra.broker());
      answersFor(customer, town);

      // then
      List<Order> orders = customer.stopAndAwaitReplies();
      BankAudit audit = BankAudit.of(town);
      audit.everyOrderCountsOnce(orders);
      audit.everythingAgrees();
      BankTown.await().until(() -> member.notReady().isEmpty());
    }
  }

  /** Its port may be held for a moment by what is left of its predecessor. */
  private static void startAgain(EmbeddedServer server) {
    BankTown.await().ignoreException(InfraException.class).untilAsserted(server::start);
  }

  private static long secondsWithoutGroup(Messaging member) {
    return (System.nanoTime() - member.status().groupAnsweredAt()) / 1_000_000_000;
  }

  /** Waits until work asked from now on is done. */
  private static void answersFor(Customer customer, BankTown town) {
    int before = decided(town);
    BankTown.await().until(() -> decided(town) > before + 20);
    assertThat(customer.orders()).isGreaterThan(before);
  }

  private static int decided(BankTown town) {
    return Integer.parseInt(town.query("SELECT COUNT(*) FROM command_memory").getFirst());
  }

  /**
   * A producer left alone gives the first batch up after its time and still sends the second: a
   * reader would have dropped the first for ever when it came again.
   */
  @Test
  void nothingIsSentBehindWhatCouldNotBeSent() {
    try (BankTown town = freshTown()) {
      // given a producer that knows where to send to, and a broker that is gone
      String topic = Bank.SERVICE.topic(TopicKind.EVENTS);
      Map<String, Object> config =
          Map.of(
              "bootstrap.servers", town.bootstrap(),
              "delivery.timeout.ms", 5_000,
              "request.timeout.ms", 1_000);
      KafkaClients clients = KafkaClients.of(config, town.settings("a"));
      try (OutboxPublisher publisher =
          new OutboxPublisher(() -> clients.producer(Optional.empty()))) {
        publisher.publish(new OutboxTable.Key(0, 1), records(topic, "1"));
        assertThat(publisher.flush()).isTrue();
        infra.broker().kill();

        // when a second row follows four seconds behind the first, and the broker comes back
        // between the ends of their times
        publisher.publish(new OutboxTable.Key(0, 2), records(topic, "2"));
        long sent = System.nanoTime();
        BankTown.await().until(() -> System.nanoTime() - sent > Duration.ofSeconds(4).toNanos());
        publisher.publish(new OutboxTable.Key(0, 3), records(topic, "3"));
        BankTown.await().until(publisher::failed);
        startAgain(infra.broker());

        // then
        publisher.flush();
        assertThat(values(town, topic)).containsExactly("1");
      }
    }
  }

  private static List<OutgoingRecord> records(String topic, String value) {
    return List.of(
        new OutgoingRecord(topic, 0, new byte[0], value.getBytes(UTF_8), new HeaderList().list()));
  }

  private static List<String> values(BankTown town, String topic) {
    return town.read(topic).entries().stream()
        .map(entry -> new String(entry.record().value(), UTF_8))
        .toList();
  }
}
