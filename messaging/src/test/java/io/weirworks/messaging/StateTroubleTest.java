package io.weirworks.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.bank.AccountState;
import io.weirworks.contract.bank.Deposit;
import io.weirworks.contract.bank.Whisper;
import io.weirworks.messaging.bank.BankAudit;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.bank.Order;
import io.weirworks.messaging.projection.Trouble;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.messaging.shard.Stopped;
import io.weirworks.schemas.TopicKind;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R39 for DESIGN 3.6: a state topic that does not follow is no progress, and holds up no other. */
class StateTroubleTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");

  private BankTown town;

  @BeforeEach
  void freshTown() {
    town = BankTown.fresh();
  }

  @AfterEach
  void leave() {
    town.close();
  }

  private List<Long> balances(String account) {
    return town.read(TopicKind.STATE).about(account).values(AccountState.class).stream()
        .map(AccountState::getBalance)
        .toList();
  }

  private void deposit(String account, long amount) {
    Order order = town.order(new Deposit(account, amount), account).send();
    town.replies(order, 1);
  }

  @Test
  void troubleThatMayPassIsSeriousAfterTwentySecondsAndOneThatLastsAtOnce() {
    assertThat(new Trouble(1, 1, "fails", NOW.minusSeconds(19), false).isSerious(NOW)).isFalse();
    assertThat(new Trouble(1, 1, "fails", NOW.minusSeconds(21), false).isSerious(NOW)).isTrue();
    assertThat(new Trouble(1, 1, "too large", NOW, true).isSerious(NOW)).isTrue();
  }

  @Test
  void stateThatItsTopicDoesNotTakeIsNamedUntilItIsMendedAndHoldsUpNoOther() {
    // given a row that grew too large before anything refused it
    String large = BankTown.on(1, "large");
    String other = BankTown.on(1, "other");
    Messaging first = town.member("a");
    town.open(large);
    town.open(other);
    BankAudit.of(town).stateEqualsTables();
    first.close();
    town.execute(
        "UPDATE account SET note = REPEAT('x', 5000000), balance = 7,"
            + " changed_in = (SELECT number FROM shard WHERE shard = 1) WHERE id = '"
            + large
            + "'");
    town.execute("UPDATE shard SET state_complete = number - 1 WHERE shard = 1");

    // when
    Messaging member = town.member("a");
    BankTown.await().until(() -> member.notReady().orElse("").contains("state of " + large));
    deposit(other, 1);

    // then
    BankTown.await().until(() -> balances(other), all -> all.contains(1L));
    assertThat(balances(large)).doesNotContain(7L);
    assertThat(member.stopped()).extracting(Stopped::shard).containsExactly(1);

    // when another takes over, then it is not forgotten
    member.close();
    Messaging next = town.member("a");
    BankTown.await().until(() -> next.notReady().orElse("").contains("state of " + large));

    // when
    town.order(new Whisper(large, "small"), large).send();

    // then
    BankTown.await().until(() -> balances(large), all -> all.contains(7L));
    BankTown.await().until(() -> next.notReady().isEmpty());
    BankAudit.of(town).stateEqualsTables();
  }

  @Test
  void shardWhoseStateCannotBePublishedIsNamedAndOthersGoOn() {
    // given
    String broken = BankTown.on(1, "broken");
    String healthy = BankTown.on(2, "healthy");
    AtomicBoolean refusing = new AtomicBoolean();
    Messaging member =
        town.member(
            town.settings("a"), refusing(town.clients("a"), ".state.1", refusing), db -> db);
    town.open(broken);
    town.open(healthy);
    BankAudit.of(town).stateEqualsTables();

    // when
    refusing.set(true);
    deposit(broken, 5);
    deposit(healthy, 5);

    // then
    BankTown.await().until(() -> balances(healthy), all -> all.contains(5L));
    BankTown.await()
        .until(
            () -> member.stopped().toString(),
            all ->
                all.contains("its state is not published") && all.contains("refused by the test"));
    assertThat(member.stopped()).extracting(Stopped::shard).containsExactly(1);
    assertThat(balances(broken)).doesNotContain(5L);

    // when
    refusing.set(false);

    // then
    BankTown.await().until(() -> member.stopped().isEmpty());
    BankAudit.of(town).stateEqualsTables();
  }

  /** Clients whose producer of one transactional id commits nothing while it is told to refuse. */
  private static KafkaClients refusing(KafkaClients real, String suffix, AtomicBoolean refusing) {
    return new KafkaClients() {
      @Override
      public Consumer<byte[], byte[]> consumer(String groupInstanceId) {
        return real.consumer(groupInstanceId);
      }

      @Override
      public Producer<byte[], byte[]> producer(Optional<String> transactionalId) {
        Producer<byte[], byte[]> producer = real.producer(transactionalId);
        return transactionalId.filter(id -> id.endsWith(suffix)).isEmpty()
            ? producer
            : refusing(producer, refusing);
      }

      @Override
      public Admin admin() {
        return real.admin();
      }
    };
  }

  @SuppressWarnings("unchecked") // a proxy is of the type that it is asked for
  private static Producer<byte[], byte[]> refusing(
      Producer<byte[], byte[]> real, AtomicBoolean refusing) {
    return (Producer<byte[], byte[]>)
        Proxy.newProxyInstance(
            StateTroubleTest.class.getClassLoader(),
            new Class<?>[] {Producer.class},
            (self, method, arguments) -> {
              if (refusing.get() && method.getName().equals("commitTransaction")) {
                throw new KafkaException("refused by the test");
              }
              try {
                return method.invoke(real, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
