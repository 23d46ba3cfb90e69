package io.weirworks.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.CommandAccepted;
import io.weirworks.contract.bank.AccountClosed;
import io.weirworks.contract.bank.AccountOpened;
import io.weirworks.contract.bank.CloseHolder;
import io.weirworks.contract.bank.Deposit;
import io.weirworks.contract.bank.DepositLater;
import io.weirworks.contract.bank.Deposited;
import io.weirworks.contract.bank.OpenAccount;
import io.weirworks.contract.bank.Unheard;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.bank.Order;
import io.weirworks.messaging.bank.TopicLog;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.TopicKind;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** DESIGN 2, command rules, on the real broker and the real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandRulesTest {

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

  private CommandAccepted accepted(Order order, String account, long sequence) {
    return new CommandAccepted(order.id(), "/bank/customer", account, sequence);
  }

  private <E extends SpecificRecord> List<E> events(Class<E> type, String account) {
    return town.read(TopicKind.EVENTS).about(account).values(type);
  }

  @Test
  void acceptedCommandIsAnsweredWithSubjectAndSequence() {
    // when
    Order opened = town.order(new OpenAccount("plain", "Ada"), "plain").send();
    Order deposited = town.order(new Deposit("plain", 5L), "plain").send();

    // then
    assertThat(town.replies(opened, 1)).containsExactly(accepted(opened, "plain", 1));
    assertThat(town.replies(deposited, 1)).containsExactly(accepted(deposited, "plain", 2));
    assertThat(town.read(TopicKind.EVENTS).about("plain").values(SpecificRecord.class))
        .containsExactly(new AccountOpened("plain", "Ada"), new Deposited("plain", 5L, 5L));
  }

  @Test
  void sameCommandIdFiftyTimesFromFiveProducersHasOneEffectAndFiftyEqualReplies() {
    // given
    town.open("fifty");
    Order order = town.order(new Deposit("fifty", 5L), "fifty");

    // when
    CompletableFuture.allOf(
            IntStream.range(0, 5)
                .mapToObj(p -> CompletableFuture.runAsync(() -> sendTenTimes(order, p)))
                .toArray(CompletableFuture[]::new))
        .join();

    // then
    assertThat(town.replies(order, 50)).hasSize(50).containsOnly(accepted(order, "fifty", 2));
    assertThat(events(Deposited.class, "fifty")).containsExactly(new Deposited("fifty", 5L, 5L));
  }

  private void sendTenTimes(Order order, int producerNumber) {
    try (Producer<byte[], byte[]> producer =
        town.clients("customer-" + producerNumber).producer(Optional.empty())) {
      for (int i = 0; i < 10; i++) {
        Future<?> _ = producer.send(order.record());
      }
    }
  }

  @Test
  void sameCommandIdWithOtherContentOrActorIsRefused() {
    // given
    town.open("reused");
    Order order = town.order(new Deposit("reused", 5L), "reused").send();
    town.replies(order, 1);

    // when
    town.order(new Deposit("reused", 6L), "reused").id(order.id()).send();
    order.actor("user:mallory").send();

    // then
    assertThat(town.replies(order, 3))
        .extracting(BankTown::code)
        .containsExactly("accepted", "IdempotencyKeyReused", "IdempotencyKeyReused");
    assertThat(events(Deposited.class, "reused")).hasSize(1);
  }

  @Test
  void sameCommandIdAtTwoShardsAtOnceHasOneEffect() {
    // given
    String first = BankTown.on(0, "reused-at-0");
    String second = BankTown.on(1, "reused-at-1");
    town.open(first);
    town.open(second);
    member.close();
    Order order = town.order(new Deposit(first, 5L), first).send();
    town.order(new Deposit(second, 5L), second).id(order.id()).send();

    // when
    member = town.member("a");

    // then
    assertThat(town.replies(order, 2))
        .extracting(BankTown::code)
        .containsExactlyInAnyOrder("accepted", "IdempotencyKeyReused");
    assertThat(
            Stream.of(first, second).flatMap(account -> events(Deposited.class, account).stream()))
        .hasSize(1);
  }

  @Test
  void ofTwoCreationsOfOneNameInOneBatchOneWinsAndTheRestIsUnharmed() {
    // given two shards whose records are read in one poll
    String first = BankTown.on(0, "name-0");
    String second = BankTown.on(1, "name-1");
    member.close();
    List<Order> others =
        IntStream.range(0, 40)
            .mapToObj(i -> BankTown.on(i % 2, "bystander-" + i))
            .map(account -> town.order(new OpenAccount(account, "of " + account), account))
            .toList();
    others.subList(0, 20).forEach(Order::send);
    Order one = town.order(new OpenAccount(first, "Grace"), first).send();
    Order two = town.order(new OpenAccount(second, "Grace"), second).send();
    others.subList(20, 40).forEach(Order::send);

    // when
    member = town.member("a");

    // then
    List<SpecificRecord> replies =
        Stream.of(one, two).flatMap(order -> town.replies(order, 1).stream()).toList();
    assertThat(replies)
        .extracting(BankTown::code)
        .containsExactlyInAnyOrder("accepted", "Conflict");
    assertThat(town.query("SELECT account FROM account_holder WHERE holder = 'Grace'")).hasSize(1);
    town.replies(others.getLast(), 1);
    TopicLog all = town.read(TopicKind.REPLIES);
    assertThat(others)
        .allSatisfy(
            order ->
                assertThat(all.causedBy(order.id()))
                    .extracting(BankTown::code)
                    .containsExactly("accepted"));
  }

  @Test
  void commandsSentWithAForeignPartitionerOrAWrongOrNoKeyAreDecidedInOnePlace() {
    // given
    String account = BankTown.on(2, "misrouted");
    town.open(account);
    CRC32 crc = new CRC32();
    crc.update(account.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    int foreign = (int) (crc.getValue() % BankTown.SHARDS);
    List<Order> orders =
        List.of(
            town.order(new Deposit(account, 1L), account).partition(foreign),
            town.order(new Deposit(account, 1L), account).partition(3).key("something else"),
            town.order(new Deposit(account, 1L), account).partition(1).key(null),
            town.order(new Deposit(account, 1L), account));

    // when each is sent twice
    orders.forEach(Order::send);
    orders.forEach(Order::send);

    // then
    for (Order order : orders) {
      assertThat(town.replies(order, 2))
          .hasSize(2)
          .allSatisfy(r -> assertThat(BankTown.code(r)).isEqualTo("accepted"));
      assertThat(town.query("SELECT id FROM command_memory WHERE id = '" + order.id() + "'"))
          .hasSize(1);
    }
    TopicLog events = town.read(TopicKind.EVENTS).about(account);
    assertThat(events.values(Deposited.class))
        .extracting(Deposited::getBalance)
        .containsExactly(1L, 2L, 3L, 4L);
    assertThat(events.entries()).allSatisfy(e -> assertThat(e.record().partition()).isEqualTo(2));
  }

  @Test
  void forwardedCommandCarriesTheAppendTimeOfWhereItWasReadAndNoOther() {
    // given a customer who claims that his command was read long ago
    String account = BankTown.on(2, "forwarded");
    town.open(account);
    Order order = town.order(new Deposit(account, 1L), account).partition(0);
    var record = order.record();
    record
        .headers()
        .add(
            CloudEventHeaders.FORWARDED_TIME,
            "2001-01-01T00:00:00Z".getBytes(java.nio.charset.StandardCharsets.UTF_8));

    // when
    town.send(record);
    town.replies(order, 1);

    // then
    TopicLog.Entry forwarded = town.read(TopicKind.INTERNAL).withId(order.id()).getLast();
    TopicLog.Entry read = town.read(TopicKind.COMMANDS).withId(order.id()).getLast();
    assertThat(forwarded.record().header(CloudEventHeaders.FORWARDED_TIME))
        .isEqualTo(java.time.Instant.ofEpochMilli(read.record().timestamp()).toString());
  }

  @Test
  void commandThatNamesNothingKnownIsRefused() {
    // when
    Order order = town.order(new CloseHolder("nobody"), "anything").send();

    // then
    assertThat(town.replies(order, 1)).extracting(BankTown::code).containsExactly("NotFound");
  }

  @Test
  void repeatOfACommandWhoseSubjectIsGoneByThenGetsTheFirstReplyAgain() {
    // given
    town.open("gone");
    Order order = town.order(new CloseHolder("holder of gone"), "gone").send();
    town.replies(order, 1);

    // when
    order.send();

    // then
    assertThat(town.replies(order, 2))
        .containsExactly(accepted(order, "gone", 2), accepted(order, "gone", 2));
    assertThat(events(AccountClosed.class, "gone")).hasSize(1);
    assertThat(town.query("SELECT outcome FROM command_memory WHERE id = '" + order.id() + "'"))
        .containsExactly("ACCEPTED");
  }

  @Test
  void recordOfAnUnknownTypeThatReusesAKeyDoesNotChangeTheFirstOutcome() {
    // given
    town.open("first");
    Order order = town.order(new Deposit("first", 5L), "first").send();
    town.replies(order, 1);

    // when
    town.order(new Unheard("first"), "first").id(order.id()).send();
    town.replies(order, 2);
    order.send();

    // then
    assertThat(town.replies(order, 3))
        .extracting(BankTown::code)
        .containsExactly("accepted", "IdempotencyKeyReused", "accepted");
  }

  @Test
  void refusedCommandChangesNothing() {
    // when
    Order order = town.order(new Deposit("nobody's", 5L), "nobody's").send();

    // then
    assertThat(town.replies(order, 1)).extracting(BankTown::code).containsExactly("NoSuchAccount");
    assertThat(town.read(TopicKind.EVENTS).about("nobody's").entries()).isEmpty();
    assertThat(town.query("SELECT id FROM account WHERE id = 'nobody''s'")).isEmpty();
  }

  /** I6, over everything that the other tests of this class have led to. */
  @Test
  void everyEventHasActorCauseCorrelationSourceTypeAndTime() {
    // given an event of a command and one of a timer
    town.open("named");
    Order order = town.order(new DepositLater("named", 1L), "named").send();
    BankTown.await().until(() -> events(Deposited.class, "named").size() == 1);

    // when
    TopicLog events = town.read(TopicKind.EVENTS);

    // then
    assertThat(events.entries())
        .allSatisfy(
            entry -> {
              Envelope envelope = entry.envelope().orElseThrow();
              assertThat(envelope.actor()).isNotEmpty();
              assertThat(envelope.causationId()).isNotEmpty();
              assertThat(envelope.source()).isEqualTo("/weirworks/scheduler");
              assertThat(envelope.type())
                  .isEqualTo(entry.value().orElseThrow().getSchema().getFullName());
              assertThat(envelope.sequence()).isPositive();
              assertThat(entry.record().header(CloudEventHeaders.CORRELATION_ID)).isNotEmpty();
              assertThat(entry.record().header(CloudEventHeaders.ACTOR_PROOF)).isEqualTo("none");
            });
    assertThat(events.about("named").entries())
        .extracting(entry -> entry.envelope().orElseThrow().actor())
        .containsExactly("user:customer", "user:customer", "service:scheduler");
    assertThat(events.about("named").entries().getLast().envelope().orElseThrow().correlationId())
        .isEqualTo(order.id());
  }
}
