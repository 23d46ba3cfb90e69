package io.weirworks.messaging.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.infra.InfraException;
import io.weirworks.infra.server.EmbeddedServer;
import io.weirworks.infra.testing.Infra;
import io.weirworks.infra.testing.SeparateInfra;
import io.weirworks.messaging.bank.BankAudit;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.bank.Customer;
import io.weirworks.messaging.bank.Order;
import io.weirworks.messaging.shard.Messaging;
import java.util.List;
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
}
