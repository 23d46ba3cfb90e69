package io.weirworks.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.bank.CurrencyState;
import io.weirworks.contract.bank.Deposit;
import io.weirworks.contract.bank.Deposited;
import io.weirworks.contract.bank.NoteRefused;
import io.weirworks.contract.bank.SetNote;
import io.weirworks.contract.bank.Split;
import io.weirworks.messaging.bank.Bank;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.bank.Order;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.schemas.Precondition;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** DESIGN 2: {@code ce_after} parks a command in a row, never holding its partition. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ParkingTest {

  private BankTown town;
  private Messaging member;

  @BeforeAll
  void freshTown() {
    town = BankTown.fresh();
    member = town.member("a");
  }

  @AfterAll
  void leave() {
    town.close();
  }

  private void read(String currency, long sequence) {
    town.tell(Bank.CURRENCIES, currency, currency, sequence, new CurrencyState(currency));
  }

  private String outcome(Order order) {
    return String.join(
        "", town.query("SELECT outcome FROM command_memory WHERE id = '" + order.id() + "'"));
  }

  private void isParked(Order order) {
    BankTown.await().until(() -> outcome(order).equals("PENDING"));
  }

  private List<Long> amounts(String account) {
    return town.read(TopicKind.EVENTS).about(account).values(Deposited.class).stream()
        .map(Deposited::getAmount)
        .toList();
  }

  @Test
  void commandWaitsForWhatItNamesWithoutHoldingItsPartition() {
    // given
    town.open("waits");
    Order parked =
        town.order(new Deposit("waits", 5L), "waits").after(new Precondition("EUR", 3)).send();
    Order later = town.order(new Deposit("waits", 7L), "waits").send();
    town.replies(later, 1);
    isParked(parked);

    // when
    read("EUR", 2);
    read("EUR", 3);

    // then
    assertThat(town.replies(parked, 1)).extracting(BankTown::code).containsExactly("accepted");
    assertThat(amounts("waits")).containsExactly(7L, 5L);
    assertThat(outcome(parked)).isEqualTo("ACCEPTED");
  }

  @Test
  void repeatsOfAParkedCommandAreAnsweredOnceEach() {
    // given
    town.open("repeated");
    Order order =
        town.order(new Deposit("repeated", 5L), "repeated").after(new Precondition("USD", 1));
    order.send();
    order.send();
    order.send();
    isParked(order);
    BankTown.await()
        .until(
            () -> town.query("SELECT owed FROM command_memory WHERE id = '" + order.id() + "'"),
            List.of("2")::equals);

    // when
    read("USD", 1);
    town.replies(order, 3);
    order.send();

    // then
    assertThat(town.replies(order, 4)).hasSize(4).containsOnly(town.replies(order, 4).getFirst());
    assertThat(amounts("repeated")).containsExactly(5L);
  }

  @Test
  void commandWhoseConditionIsReadWhileItsKeyIsBusyIsDecidedAfterwards() {
    // given a parked command, then in one poll a large decision on its key and what it waits for
    town.open("busy");
    Order parked =
        town.order(new Deposit("busy", 5000L), "busy").after(new Precondition("CHF", 1)).send();
    isParked(parked);
    member.close();
    town.order(new Split("busy", 3000), "busy").send();
    read("CHF", 1);

    // when
    member = town.member("a");

    // then
    assertThat(town.replies(parked, 1)).extracting(BankTown::code).containsExactly("accepted");
    assertThat(amounts("busy")).hasSize(3001).endsWith(5000L);
  }

  @Test
  void commandsWhoseConditionIsNotReadForThirtySecondsAreRefused() {
    // given one from outside and one of our own
    town.open("impatient");
    Order order =
        town.order(new Deposit("impatient", 5L), "impatient").after(new Precondition("XTS", 1));
    order.send();
    order.send();
    town.ask(new SetNote("impatient", "x", 1L, "note"), "impatient", new Precondition("XTS", 1));
    BankTown.await()
        .until(() -> town.query("SELECT reason FROM parked WHERE reason = 'AFTER'").size() == 2);
    assertThat(town.read(TopicKind.REPLIES).causedBy(order.id())).isEmpty();

    // when half a minute has passed by the database's clock
    member.close();
    MessagingSettings plain = town.settings("a");
    MessagingSettings shifted =
        new MessagingSettings(
            plain.group(),
            plain.slot(),
            Duration.ofSeconds(31),
            plain.stateInterval(),
            plain.memoryRetention(),
            plain.leaveOnStop(),
            plain.acceptUnprovenActors());
    member = town.member(shifted, town.clients("a"), source -> source);

    // then the refusal of our own command is an event
    assertThat(town.replies(order, 2))
        .extracting(BankTown::code)
        .containsExactly("NotYetKnown", "NotYetKnown");
    BankTown.await()
        .until(
            () -> town.read(TopicKind.EVENTS).about("impatient").values(NoteRefused.class),
            List.of(new NoteRefused("impatient", "NotYetKnown"))::equals);
    assertThat(amounts("impatient")).isEmpty();
    assertThat(town.query("SELECT reason FROM parked")).isEmpty();
  }
}
