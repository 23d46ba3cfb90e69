package io.weirworks.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.bank.Deposit;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.bank.Order;
import io.weirworks.messaging.fault.Doubles;
import io.weirworks.messaging.fault.Step;
import io.weirworks.messaging.shard.Messaging;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R39: readiness means progress. */
class ReadinessTest {

  private BankTown town;

  @BeforeEach
  void freshTown() {
    town = BankTown.fresh();
  }

  @AfterEach
  void leave() {
    town.close();
  }

  @Test
  void memberWhoseHandlerBlocksIsNotReadyWithinAMinuteAndReadyAfterwards() {
    // given
    AtomicBoolean blocking = new AtomicBoolean();
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Messaging member =
        town.member(
            town.settings("a"),
            town.clients("a"),
            source ->
                Doubles.database(
                    source,
                    step -> {
                      if (step == Step.DECIDE && blocking.get()) {
                        blocked.countDown();
                        awaitUnchecked(release);
                      }
                    }));
    BankTown.await().until(() -> member.status().owned().size() == BankTown.SHARDS);
    assertThat(member.notReady()).isEmpty();

    // when
    blocking.set(true);
    Order order = town.order(new Deposit("nobody", 1L), "nobody").send();
    awaitUnchecked(blocked);

    // then
    BankTown.await().until(() -> member.notReady().orElse("").startsWith("no turn for"));

    // when
    release.countDown();

    // then
    town.replies(order, 1);
    BankTown.await().until(() -> member.notReady().isEmpty());
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void memberWhoseSlotAnotherTookEndsCleanlyAndIsNotReadyWhileTheNewerWorks() {
    // given
    Messaging older = town.member("a");
    town.open("account");

    // when
    Messaging newer = town.member("a");

    // then
    BankTown.await().until(() -> older.status().ended().isPresent());
    assertThat(older.notReady().orElseThrow()).startsWith("the loop has ended");
    BankTown.await().until(() -> newer.status().owned().size() == BankTown.SHARDS);
    Order order = town.order(new Deposit("account", 1L), "account").send();
    assertThat(town.replies(order, 1)).extracting(BankTown::code).containsExactly("accepted");
    assertThat(newer.notReady()).isEmpty();
  }
}
