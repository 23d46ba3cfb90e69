package io.weirworks.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.bank.CurrencyState;
import io.weirworks.contract.bank.Deposit;
import io.weirworks.contract.bank.Deposited;
import io.weirworks.contract.bank.SalaryPaid;
import io.weirworks.messaging.bank.Bank;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.bank.Order;
import io.weirworks.schemas.TopicKind;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** DESIGN 2: a reader drops what is not above the last that it has of a subject. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ViewTest {

  private BankTown town;

  @BeforeAll
  void freshTown() {
    town = BankTown.fresh();
    town.member("a");
  }

  @AfterAll
  void leave() {
    town.close();
  }

  private void state(String currency, long sequence, String code) {
    town.tell(Bank.CURRENCIES, currency, currency, sequence, new CurrencyState(code));
  }

  private List<String> row(String currency) {
    return town.query(
        "SELECT CONCAT(sequence, ' ', COALESCE(name, 'removed')) FROM view_row WHERE subject = '"
            + currency
            + "'");
  }

  /** What lies before this in the topic of the same key has been read when it returns. */
  private void becomes(String currency, String row) {
    BankTown.await().until(() -> row(currency), List.of(row)::equals);
  }

  @Test
  void olderStateIsDroppedAndRemovalIsKept() {
    // given
    state("EUR", 3, "three");
    state("EUR", 2, "two");
    state("EURX", 0, "canary");
    becomes("EURX", "0 canary");
    becomes("EUR", "3 three");

    // when
    town.tombstone(Bank.CURRENCIES, "EUR", "EUR", 4, CurrencyState.class);
    state("EUR", 3, "three from before its removal");
    state("EURX", 1, "canary");
    becomes("EURX", "1 canary");

    // then
    becomes("EUR", "4 removed");
    state("EUR", 5, "back");
    becomes("EUR", "5 back");
  }

  @Test
  void laterStateOfTheSameSequenceIsTakenBecauseChangesWithoutEventDoNotCount() {
    // given
    state("CHF", 3, "three");
    becomes("CHF", "3 three");

    // when
    state("CHF", 3, "three, changed in silence");

    // then
    becomes("CHF", "3 three, changed in silence");
  }

  @Test
  void eventsOfAnotherServiceAreTakenOnceEach() {
    // given
    String account = BankTown.on(0, "employee");
    town.open(account);

    // when
    for (long sequence : new long[] {1, 2, 1, 2, 3}) {
      town.tell(Bank.SALARIES, account, "job", sequence, new SalaryPaid(account, 100 * sequence));
    }

    // then
    BankTown.await()
        .until(
            () ->
                town.read(TopicKind.EVENTS).about(account).values(Deposited.class).stream()
                    .map(Deposited::getAmount)
                    .toList(),
            List.of(100L, 200L, 300L)::equals);
  }

  @Test
  void nobodyOutsideRemovesAViewByACommandWithoutAValue() {
    // given
    String account = BankTown.on(2, "victim");
    town.open(account);
    state("GBP", 1, "pound");
    becomes("GBP", "1 pound");

    // when
    String commands = Bank.SERVICE.topic(TopicKind.COMMANDS);
    town.tombstone(commands, account, "GBP", 99, CurrencyState.class);
    Order next = town.order(new Deposit(account, 1L), account).send();
    town.replies(next, 1);

    // then
    assertThat(row("GBP")).containsExactly("1 pound");
    assertThat(town.read(TopicKind.DEAD_LETTERS).size()).isEqualTo(1);
  }
}
