package io.weirworks.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weirworks.contract.CommandAccepted;
import io.weirworks.contract.CommandRejected;
import io.weirworks.contract.bank.AccountOpened;
import io.weirworks.contract.bank.Deposit;
import io.weirworks.contract.bank.Deposited;
import io.weirworks.contract.bank.OpenAccount;
import io.weirworks.infra.testing.Infra;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DESIGN 2, command rules, on the real broker and the real database. */
class CommandRulesTest {

  private BankTown town;

  @BeforeEach
  void freshTown() {
    Infra infra = Infra.shared();
    town = BankTown.fresh(infra.broker(), infra.database(), infra.freshSchema("bank"));
  }

  @AfterEach
  void leave() {
    town.close();
  }

  private List<SpecificRecord> replies(BankTown.Order order, int count) {
    return await()
        .atMost(Duration.ofSeconds(30))
        .pollInterval(Duration.ofMillis(200))
        .until(
            () -> town.read(TopicKind.REPLIES).causedBy(order.id()),
            found -> found.size() >= count);
  }

  @Test
  void acceptedCommandIsAnsweredWithSubjectAndSequence() {
    // given
    town.member("a");

    // when
    BankTown.Order opened = town.order(new OpenAccount("acc-1", "Ada"), "acc-1").send();
    BankTown.Order deposited = town.order(new Deposit("acc-1", 5L), "acc-1").send();

    // then
    assertThat(replies(opened, 1))
        .containsExactly(new CommandAccepted(opened.id(), "/bank/customer", "acc-1", 1L));
    assertThat(replies(deposited, 1))
        .containsExactly(new CommandAccepted(deposited.id(), "/bank/customer", "acc-1", 2L));
    assertThat(town.read(TopicKind.EVENTS).values(SpecificRecord.class))
        .containsExactly(new AccountOpened("acc-1", "Ada"), new Deposited("acc-1", 5L, 5L));
  }

  @Test
  void sameCommandIdAgainHasOneEffectAndTheFirstReplyAgain() {
    // given
    town.member("a");
    town.order(new OpenAccount("acc-1", "Ada"), "acc-1").send();
    BankTown.Order order = town.order(new Deposit("acc-1", 5L), "acc-1");

    // when
    for (int i = 0; i < 50; i++) {
      order.send();
    }

    // then
    assertThat(replies(order, 50))
        .hasSize(50)
        .containsOnly(new CommandAccepted(order.id(), "/bank/customer", "acc-1", 2L));
    assertThat(town.read(TopicKind.EVENTS).values(Deposited.class)).hasSize(1);
  }

  @Test
  void sameCommandIdWithOtherContentOrActorIsRefused() {
    // given
    town.member("a");
    town.order(new OpenAccount("acc-1", "Ada"), "acc-1").send();
    BankTown.Order order = town.order(new Deposit("acc-1", 5L), "acc-1").send();
    replies(order, 1);

    // when
    town.order(new Deposit("acc-1", 6L), "acc-1").id(order.id()).send();
    town.order(new Deposit("acc-1", 5L), "acc-1").id(order.id()).actor("user:mallory").send();

    // then
    assertThat(replies(order, 3).subList(1, 3))
        .allSatisfy(
            reply ->
                assertThat(((CommandRejected) reply).getCode()).isEqualTo("IdempotencyKeyReused"));
    assertThat(town.read(TopicKind.EVENTS).values(Deposited.class)).hasSize(1);
  }
}
