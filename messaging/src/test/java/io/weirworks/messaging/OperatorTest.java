package io.weirworks.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.bank.CurrencyState;
import io.weirworks.contract.bank.Deposit;
import io.weirworks.contract.bank.DepositLater;
import io.weirworks.contract.bank.Deposited;
import io.weirworks.contract.bank.Explode;
import io.weirworks.contract.bank.SetNote;
import io.weirworks.contract.bank.Whisper;
import io.weirworks.messaging.bank.Bank;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.bank.Order;
import io.weirworks.messaging.bank.TopicLog;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.messaging.shard.Stop;
import io.weirworks.messaging.shard.Stopped;
import io.weirworks.schemas.DeadLetterHeaders;
import io.weirworks.schemas.Precondition;
import io.weirworks.schemas.TopicKind;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DESIGN 2: what stops a shard can be passed over, whatever it is, and nobody waits in vain. */
class OperatorTest {

  private BankTown town;
  private Messaging member;

  @BeforeEach
  void freshTown() {
    town = BankTown.fresh();
    member = town.member("a");
  }

  @AfterEach
  void leave() {
    town.close();
  }

  /** What a shard of the member stands before, once it does. */
  private <S extends Stop> S stop(Class<S> kind) {
    return BankTown.await()
        .until(
            () ->
                member.stopped().stream()
                    .map(Stopped::before)
                    .filter(Objects::nonNull)
                    .filter(kind::isInstance)
                    .map(kind::cast)
                    .findFirst(),
            Optional::isPresent)
        .orElseThrow();
  }

  private void decidesAgain(String account) {
    Order next = town.order(new Deposit(account, 100L), account).send();
    assertThat(town.replies(next, 1)).extracting(BankTown::code).containsExactly("accepted");
    BankTown.await().until(() -> member.notReady().isEmpty());
  }

  private List<Long> amounts(String account) {
    return town.read(TopicKind.EVENTS).about(account).values(Deposited.class).stream()
        .map(Deposited::getAmount)
        .toList();
  }

  @Test
  void timerThatCannotBeDecidedStopsItsShardUntilAnOperatorSkipsIt() {
    // given a timer that will fail and one behind it
    String account = BankTown.on(1, "mined");
    String other = BankTown.on(1, "other");
    town.open(account);
    town.open(other);
    town.order(new Whisper(account, Bank.EXPLOSIVE), account).send();

    // when
    town.order(new DepositLater(account, 1L), account).send();
    Stop.AtTimer stop = stop(Stop.AtTimer.class);
    town.order(new DepositLater(other, 1L), other).send();

    // then
    assertThat(stop.subject()).isEqualTo(account);
    assertThat(member.notReady().orElseThrow()).contains("timer reminder of " + account);
    assertThat(town.query("SELECT subject FROM timer")).containsExactly(account);

    // when
    town.tell(stop.remedy());

    // then
    decidesAgain(account);
    BankTown.await().until(() -> amounts(other), List.of(1L)::equals);
    assertThat(amounts(account)).containsExactly(100L);
    assertThat(town.query("SELECT subject FROM timer")).isEmpty();
  }

  @Test
  void skipOfATimerDoesNotReachTheSameTimerSetAnew() {
    // given
    String account = BankTown.on(1, "again");
    town.open(account);
    town.order(new Whisper(account, Bank.EXPLOSIVE), account).send();
    town.order(new DepositLater(account, 1L), account).send();
    Stop.AtTimer first = stop(Stop.AtTimer.class);
    town.tell(first.remedy());
    decidesAgain(account);

    // when
    town.order(new DepositLater(account, 1L), account).send();

    // then
    assertThat(stop(Stop.AtTimer.class).due()).isAfter(first.due());
  }

  @Test
  void parkedCommandOfOurOwnThatCannotBeDecidedIsSkippedAndKept() {
    // given
    String account = BankTown.on(2, "parked");
    town.open(account);
    town.ask(new SetNote(account, "x", 1L, Bank.EXPLOSIVE), account, new Precondition("EUR", 1));
    BankTown.await().until(() -> town.query("SELECT reason FROM parked"), List.of("AFTER")::equals);

    // when what it waits for is read
    town.tell(Bank.CURRENCIES, "EUR", "EUR", 1, new CurrencyState("EUR"));
    Stop.AtParked stop = stop(Stop.AtParked.class);
    town.tell(stop.remedy());

    // then
    decidesAgain(account);
    assertThat(town.query("SELECT reason FROM parked")).isEmpty();
    TopicLog.Entry letter = town.read(TopicKind.DEAD_LETTERS).entries().getLast();
    assertThat(letter.record().header(DeadLetterHeaders.CODE)).isEqualTo("Skipped");
    assertThat(letter.record().header(DeadLetterHeaders.MESSAGE)).contains("user:operator");
    assertThat(letter.value()).contains(new SetNote(account, "x", 1L, Bank.EXPLOSIVE));
  }

  @Test
  void commandThatCannotBeHandledIsAnsweredAlsoAfterItWasParkedAndSoAreItsRepeats() {
    // given one that just comes and one that is parked first, with a repeat
    String account = BankTown.on(3, "asked");
    town.open(account);
    Order direct = town.order(new Explode(account), account).send();
    Order parked = town.order(new Explode(account), account).after(new Precondition("USD", 1));
    parked.send();
    parked.send();
    BankTown.await()
        .until(
            () -> town.query("SELECT owed FROM command_memory WHERE outcome = 'PENDING'"),
            List.of("1")::equals);

    // when
    town.tell(Bank.CURRENCIES, "USD", "USD", 1, new CurrencyState("USD"));
    town.replies(parked, 2);
    parked.send();
    direct.send();

    // then
    assertThat(town.replies(parked, 3)).extracting(BankTown::code).containsOnly("Unhandled");
    assertThat(town.replies(direct, 2)).extracting(BankTown::code).containsOnly("Unhandled");
    assertThat(town.query("SELECT id FROM command_memory WHERE outcome = 'PENDING'")).isEmpty();
    assertThat(town.read(TopicKind.DEAD_LETTERS).size()).isEqualTo(2);
    assertThat(member.notReady()).isEmpty();
  }
}
