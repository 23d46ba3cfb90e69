package io.weirworks.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.bank.Deposit;
import io.weirworks.contract.bank.DepositLater;
import io.weirworks.contract.bank.DepositNever;
import io.weirworks.contract.bank.Deposited;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.bank.Order;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** DESIGN 3.4: a timer is a row, an input to the decision, and none outlives its reason. */
class TimerTest {

  private static final long HOUR = Duration.ofHours(1).toMillis();

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

  private int fired(String account) {
    return town.read(TopicKind.EVENTS).about(account).values(Deposited.class).size();
  }

  private void restartAfter(Duration time) {
    member.close();
    MessagingSettings plain = town.settings("a");
    MessagingSettings later =
        new MessagingSettings(
            plain.group(),
            plain.slot(),
            time,
            plain.stateInterval(),
            plain.memoryRetention(),
            plain.leaveOnStop(),
            plain.acceptUnprovenActors());
    member = town.member(later, town.clients("a"), source -> source);
  }

  /** Everything that was due before this has been looked at when it returns. */
  private void passBy() {
    Order order = town.order(new Deposit("clock", 1L), "clock").send();
    town.replies(order, 1);
  }

  @Test
  void timersFireOnceSurviveARestartAndDoNotOutliveTheirReason() {
    // given
    for (String account : List.of("soon", "kept", "cleared", "moved", "clock")) {
      town.open(account);
    }
    town.order(new DepositLater("soon", 1L), "soon").send();
    town.order(new DepositLater("kept", HOUR), "kept").send();
    town.order(new DepositLater("cleared", HOUR), "cleared").send();
    town.order(new DepositNever("cleared"), "cleared").send();
    town.order(new DepositLater("moved", HOUR), "moved").send();
    Order last = town.order(new DepositLater("moved", 3 * HOUR), "moved").send();
    town.replies(last, 1);
    BankTown.await().until(() -> fired("soon") == 1);
    assertThat(fired("kept") + fired("cleared") + fired("moved")).isZero();

    // when, then
    restartAfter(Duration.ofHours(2));
    BankTown.await().until(() -> fired("kept") == 1);
    passBy();
    assertThat(fired("moved")).isZero();

    // when, then
    restartAfter(Duration.ofHours(4));
    BankTown.await().until(() -> fired("moved") == 1);
    passBy();
    assertThat(List.of(fired("soon"), fired("kept"), fired("cleared"), fired("moved")))
        .containsExactly(1, 1, 0, 1);
    assertThat(town.query("SELECT subject FROM timer")).isEmpty();
  }
}
