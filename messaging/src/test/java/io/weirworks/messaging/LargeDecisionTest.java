package io.weirworks.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.bank.Deposit;
import io.weirworks.contract.bank.DepositLater;
import io.weirworks.contract.bank.Deposited;
import io.weirworks.contract.bank.Explode;
import io.weirworks.contract.bank.Split;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.bank.Order;
import io.weirworks.messaging.bank.TopicLog;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.schemas.DeadLetterHeaders;
import io.weirworks.schemas.TopicKind;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * DESIGN 3.3: what is left of a large decision is a continuation; what arrives of its ordering key
 * waits behind it, other keys go on.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LargeDecisionTest {

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

  /** The orders as one poll reads them. */
  private void atOnce(List<Order> orders) {
    member.close();
    orders.forEach(Order::send);
    town.flush();
    member = town.member("a");
  }

  private TopicLog events(String account) {
    return town.read(TopicKind.EVENTS).about(account);
  }

  private static long[] amounts(TopicLog events) {
    return events.values(Deposited.class).stream().mapToLong(Deposited::getAmount).toArray();
  }

  @Test
  void allPartsComeInOrderThenWhatArrivedMeanwhileWhileOtherKeysGoOn() {
    // given two accounts on one shard
    String large = BankTown.on(1, "large");
    String small = BankTown.on(1, "small");
    town.open(large);
    town.open(small);
    Order split = town.order(new Split(large, 5000), large);
    Order after = town.order(new Deposit(large, 100L), large);
    Order other = town.order(new Deposit(small, 1L), small);

    // when
    atOnce(List.of(split, after, other));

    // then
    assertThat(town.replies(after, 1)).extracting(BankTown::code).containsExactly("accepted");
    assertThat(town.replies(split, 1)).hasSize(1);
    TopicLog events = events(large);
    assertThat(amounts(events))
        .containsExactly(LongStream.concat(ones(5000), LongStream.of(100)).toArray());
    assertThat(events.sequences().get(large))
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 5002).boxed().toList());
    assertThat(events(small).entries().getLast().record().offset())
        .isLessThan(events.entries().get(2000).record().offset());
  }

  private static LongStream ones(int count) {
    return LongStream.generate(() -> 1).limit(count);
  }

  @Test
  void whatArrivesMeanwhileWaitsAlsoWhenSeveralLargeDecisionsShareTheTransactions() {
    // given more large decisions on one shard than one transaction takes
    List<String> accounts =
        IntStream.range(0, 6).mapToObj(i -> BankTown.on(2, "crowd-" + i)).toList();
    accounts.forEach(town::open);
    Stream<Order> splits =
        accounts.stream().map(account -> town.order(new Split(account, 1500), account));
    List<Order> deposits =
        accounts.stream().map(account -> town.order(new Deposit(account, 100L), account)).toList();

    // when
    atOnce(Stream.concat(splits, deposits.stream()).toList());

    // then
    for (String account : accounts) {
      town.replies(deposits.get(accounts.indexOf(account)), 1);
      assertThat(amounts(events(account)))
          .as(account)
          .containsExactly(LongStream.concat(ones(1500), LongStream.of(100)).toArray());
    }
  }

  @Test
  void timerOfItsKeyFiresAfterIt() {
    // given
    town.open("timed");
    Order later = town.order(new DepositLater("timed", 1L), "timed");
    Order split = town.order(new Split("timed", 2000), "timed");

    // when
    atOnce(List.of(later, split));

    // then
    List<TopicLog.Entry> events =
        BankTown.await().until(() -> events("timed").entries(), all -> all.size() == 2003);
    assertThat(events.getLast().envelope().orElseThrow().causationId())
        .isEqualTo("timer:reminder:timed");
  }

  @Test
  void outsideCommandBehindItThatCannotBeHandledGoesToTheDeadLetters() {
    // given
    town.open("mined");
    Order split = town.order(new Split("mined", 1000), "mined");
    Order mine = town.order(new Explode("mined"), "mined");
    Order next = town.order(new Deposit("mined", 100L), "mined");

    // when
    atOnce(List.of(split, mine, next));

    // then
    assertThat(town.replies(next, 1)).extracting(BankTown::code).containsExactly("accepted");
    TopicLog.Entry letter = town.read(TopicKind.DEAD_LETTERS).withId(mine.id()).getFirst();
    assertThat(letter.record().header(DeadLetterHeaders.CODE)).isEqualTo("Unhandled");
    assertThat(member.notReady()).isEmpty();
  }
}
