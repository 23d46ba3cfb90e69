package io.weirworks.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.weirworks.contract.CommandAccepted;
import io.weirworks.contract.bank.AccountOpened;
import io.weirworks.contract.bank.AccountState;
import io.weirworks.contract.bank.BonusLater;
import io.weirworks.contract.bank.CurrencyState;
import io.weirworks.contract.bank.Deposited;
import io.weirworks.contract.bank.OpenAccount;
import io.weirworks.contract.bank.Whisper;
import io.weirworks.infra.testing.Infra;
import io.weirworks.messaging.bank.Bank;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.bank.Order;
import io.weirworks.messaging.bank.TopicLog;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.util.List;
import java.util.stream.LongStream;
import org.apache.avro.specific.SpecificRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a decision's effects become, on the real broker and the real database. */
class EffectTest {

  private BankTown town;

  @BeforeEach
  void freshTown() {
    Infra infra = Infra.shared();
    town = BankTown.fresh(infra.broker(), infra.database(), infra.freshSchema("bank"));
    town.member("a");
  }

  @AfterEach
  void leave() {
    town.close();
  }

  private static ConditionFactory soon() {
    return await().atMost(Duration.ofSeconds(60)).pollInterval(Duration.ofMillis(300));
  }

  @Test
  void changeShowsInTheStateTopicAndTellsNothing() {
    // given
    town.order(new OpenAccount("acc-1", "Ada"), "acc-1").send();

    // when
    Order whispered = town.order(new Whisper("acc-1", "hush"), "acc-1").send();

    // then
    soon()
        .untilAsserted(
            () -> {
              List<TopicLog.Entry> states = town.read(TopicKind.STATE).entries();
              assertThat(states).isNotEmpty();
              TopicLog.Entry last = states.getLast();
              assertThat(last.value()).contains(new AccountState("acc-1", "Ada", 0L, "hush"));
              assertThat(last.envelope().orElseThrow().sequence()).isOne();
            });
    assertThat(town.read(TopicKind.REPLIES).causedBy(whispered.id()))
        .containsExactly(new CommandAccepted(whispered.id(), "/bank/customer", "acc-1", 1L));
    assertThat(town.read(TopicKind.EVENTS).values(SpecificRecord.class))
        .containsExactly(new AccountOpened("acc-1", "Ada"));
  }

  @Test
  void hintIsHeardBeforeTheReplyOfWhatWasCommitted() {
    // given
    town.order(new OpenAccount("acc-1", "Ada"), "acc-1").send();

    // when
    Order whispered = town.order(new Whisper("acc-1", "wake up"), "acc-1").send();
    town.replies(whispered, 1);

    // then
    assertThat(Bank.HINTS).contains("wake up");
  }

  @Test
  void stateThatChangedWithoutAnEventIsNewsToAView() {
    // when: the third is late
    town.tell(Bank.CURRENCIES, "c", "c", 2, new CurrencyState("DEM"));
    town.tell(Bank.CURRENCIES, "c", "c", 2, new CurrencyState("EUR"));
    town.tell(Bank.CURRENCIES, "c", "c", 1, new CurrencyState("XTS"));
    town.tell(Bank.CURRENCIES, "c", "d", 1, new CurrencyState("end"));

    // then
    soon()
        .untilAsserted(
            () ->
                assertThat(town.query("SELECT name FROM view_row ORDER BY subject"))
                    .isEqualTo(List.of("EUR", "end")));
  }

  @Test
  void timersDecisionMayLeaveAContinuation() {
    // given
    town.order(new OpenAccount("acc-1", "Ada"), "acc-1").send();

    // when
    town.order(new BonusLater("acc-1", 10L), "acc-1").send();

    // then
    List<Long> balances = LongStream.rangeClosed(1, Bank.BONUS_PARTS).boxed().toList();
    soon()
        .untilAsserted(
            () ->
                assertThat(town.read(TopicKind.EVENTS).values(Deposited.class))
                    .extracting(Deposited::getBalance)
                    .isEqualTo(balances));
  }
}
