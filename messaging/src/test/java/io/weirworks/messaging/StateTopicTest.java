package io.weirworks.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.bank.AccountState;
import io.weirworks.contract.bank.CloseAccount;
import io.weirworks.contract.bank.Deposit;
import io.weirworks.contract.bank.OpenAccount;
import io.weirworks.contract.bank.TellFriend;
import io.weirworks.messaging.bank.BankAudit;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.bank.Order;
import io.weirworks.messaging.bank.TopicLog;
import io.weirworks.schemas.TopicKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** DESIGN 3.6: state topics are a projection of the tables. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StateTopicTest {

  private static final int ACCOUNTS = 40;

  private BankTown town;

  @BeforeAll
  void freshTown() {
    town = BankTown.fresh();
    town.member("a");
    town.member("b");
    town.member("c");
  }

  @AfterAll
  void leave() {
    town.close();
  }

  @Test
  void removedSubjectLeavesATombstoneWithTheLastSequenceAndNoRow() {
    // given
    town.open("removed");

    // when
    Order order = town.order(new CloseAccount("removed"), "removed").send();
    town.replies(order, 1);

    // then
    TopicLog.Entry last =
        BankTown.await()
            .until(
                () -> town.read(TopicKind.STATE).about("removed").entries(),
                all -> !all.isEmpty() && all.getLast().record().value() == null)
            .getLast();
    Envelope envelope = last.envelope().orElseThrow();
    assertThat(envelope.sequence()).isEqualTo(2);
    assertThat(envelope.type()).isEqualTo(AccountState.class.getName());
    BankTown.await()
        .until(() -> town.query("SELECT id FROM account WHERE id = 'removed'").isEmpty());
  }

  @Test
  void stateIsCoalescedUnderLoad() {
    // given
    town.open("coalesced");
    Order last = town.order(new Deposit("coalesced", 1L), "coalesced");

    // when
    for (int i = 1; i < 500; i++) {
      town.order(new Deposit("coalesced", 1L), "coalesced").send();
    }
    last.send();
    town.replies(last, 1);
    BankAudit.of(town).stateEqualsTables();

    // then
    assertThat(town.read(TopicKind.EVENTS).about("coalesced").size()).isEqualTo(501);
    TopicLog states = town.read(TopicKind.STATE).about("coalesced");
    assertThat(states.size()).isLessThan(250);
    assertThat(states.values(AccountState.class).getLast().getBalance()).isEqualTo(500);
  }

  @Test
  void compactedStateEqualsTheTablesAfterRandomLoadOnSeveralMembers() {
    // given
    Random random = new Random(7);
    List<Order> orders = new ArrayList<>();
    for (int i = 0; i < ACCOUNTS; i++) {
      orders.add(town.order(new OpenAccount("r" + i, "holder " + i), "r" + i).send());
    }

    // when
    for (int i = 0; i < 600; i++) {
      String account = "r" + random.nextInt(ACCOUNTS);
      orders.add(town.order(command(random, account), account).send());
    }

    // then
    BankTown.await()
        .until(
            () -> {
              TopicLog replies = town.read(TopicKind.REPLIES);
              return orders.stream().noneMatch(o -> replies.causedBy(o.id()).isEmpty());
            });
    BankAudit.of(town).everythingAgrees();
  }

  private static SpecificRecord command(Random random, String account) {
    return switch (random.nextInt(10)) {
      case 0 -> new CloseAccount(account);
      case 1, 2 ->
          new TellFriend(account, "r" + random.nextInt(ACCOUNTS), "note " + random.nextInt());
      default -> new Deposit(account, (long) random.nextInt(100));
    };
  }
}
