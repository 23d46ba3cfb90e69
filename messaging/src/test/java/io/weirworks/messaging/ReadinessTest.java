package io.weirworks.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.bank.Deposit;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.bank.Order;
import io.weirworks.messaging.fault.Doubles;
import io.weirworks.messaging.fault.Step;
import io.weirworks.messaging.shard.LoopStatus;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.messaging.shard.Stopped;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** R39: readiness means progress. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReadinessTest {

  private static final Instant NOW = Instant.parse("2026-11-20T06:00:00Z");

  private BankTown town;

  @BeforeAll
  void freshTown() {
    town = BankTown.fresh();
  }

  @AfterAll
  void leave() {
    town.close();
  }

  @Test
  void memberWithoutATurnForHalfAMinuteIsNotReady() {
    // given, when
    LoopStatus lately = status(Duration.ofSeconds(29), Map.of());
    LoopStatus longAgo = status(Duration.ofSeconds(31), Map.of());

    // then
    assertThat(lately.notReady(NOW)).isEmpty();
    assertThat(longAgo.notReady(NOW)).contains("no turn for 31 s");
  }

  @Test
  void memberThatDoesNotGetAShardForTwentySecondsIsNotReady() {
    // given, when
    LoopStatus lately = status(Duration.ZERO, Map.of(3, NOW.minusSeconds(19)));
    LoopStatus longAgo = status(Duration.ZERO, Map.of(3, NOW.minusSeconds(21)));

    // then
    assertThat(lately.notReady(NOW)).isEmpty();
    assertThat(longAgo.notReady(NOW)).contains("shard 3 is not taken: its reason");
  }

  @Test
  void memberWhoseGroupDoesNotAnswerForHalfAMinuteIsNotReady() {
    // given, when
    LoopStatus lately = status(Duration.ZERO, Duration.ofSeconds(29), Map.of());
    LoopStatus longAgo = status(Duration.ZERO, Duration.ofSeconds(31), Map.of());

    // then
    assertThat(lately.notReady(NOW)).isEmpty();
    assertThat(longAgo.notReady(NOW)).contains("the consumer group has not answered for 31 s");
  }

  private static LoopStatus status(Duration age, Map<Integer, Instant> waitingSince) {
    return status(age, Duration.ZERO, waitingSince);
  }

  private static LoopStatus status(
      Duration age, Duration silence, Map<Integer, Instant> waitingSince) {
    Map<Integer, Stopped> waiting = new HashMap<>();
    waitingSince.forEach(
        (shard, since) -> waiting.put(shard, new Stopped(shard, null, "its reason", since)));
    long at = System.nanoTime() - age.toNanos();
    return new LoopStatus(
        at, true, Set.of(), List.of(), waiting, at - silence.toNanos(), Optional.empty());
  }

  @Test
  void memberWhoseHandlerBlocksShowsThatItMakesNoTurn() {
    // given
    AtomicBoolean blocking = new AtomicBoolean();
    CountDownLatch blocked = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    Messaging member =
        town.member(
            town.settings("blocked"),
            town.clients("blocked"),
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
    BankTown.await().until(() -> member.status().pollAge().toSeconds() >= 3);

    // when
    release.countDown();

    // then
    town.replies(order, 1);
    BankTown.await().until(() -> member.status().pollAge().toSeconds() == 0);
    member.close();
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
