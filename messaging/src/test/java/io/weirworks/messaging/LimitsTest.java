package io.weirworks.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.bank.Bloat;
import io.weirworks.contract.bank.Bloated;
import io.weirworks.contract.bank.Deposit;
import io.weirworks.contract.bank.Whisper;
import io.weirworks.messaging.bank.BankAudit;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.bank.Order;
import io.weirworks.messaging.bank.TopicLog;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.messaging.wire.HeaderList;
import io.weirworks.schemas.DeadLetterHeaders;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * DESIGN 3.5 and R40: what is too large is found before the commit; after it, it would stand in the
 * outbox for ever and nothing would go past it.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LimitsTest {

  private static final int LIMIT = 4 << 20;

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

  private void shardOfGoesOn(String account) {
    Order next = town.order(new Deposit(account, 1L), account).send();
    assertThat(town.replies(next, 1)).extracting(BankTown::code).containsExactly("accepted");
    assertThat(member.notReady()).isEmpty();
  }

  @Test
  void commandWhoseEventWouldBeAboveTheLimitIsRefusedAndChangesNothing() {
    // given
    town.open("large");

    // when
    Order order = town.order(new Bloat("large", 5 << 20), "large").send();

    // then
    assertThat(town.replies(order, 1)).extracting(BankTown::code).containsExactly("TooLarge");
    assertThat(town.query("SELECT sequence FROM account WHERE id = 'large'")).containsExactly("1");
    shardOfGoesOn("large");
  }

  @Test
  void decisionThatWouldMakeAStateRecordTooLargeIsRefusedAndChangesNothing() {
    // given
    String account = BankTown.on(1, "hoarder");
    String neighbour = BankTown.on(1, "neighbour");
    town.open(account);
    town.open(neighbour);

    // when it comes, compressed, in one poll with others
    Order before = town.order(new Deposit(account, 1L), account).send();
    Order order = town.order(new Whisper(account, "x".repeat(5 << 20)), account).send();
    Order beside = town.order(new Deposit(neighbour, 1L), neighbour).send();

    // then
    assertThat(town.replies(order, 1)).extracting(BankTown::code).containsExactly("TooLarge");
    assertThat(town.replies(before, 1)).extracting(BankTown::code).containsExactly("accepted");
    assertThat(town.replies(beside, 1)).extracting(BankTown::code).containsExactly("accepted");
    assertThat(town.query("SELECT note FROM account WHERE id = '" + account + "'"))
        .containsExactly("");
    shardOfGoesOn(account);
    BankAudit.of(town).stateEqualsTables();
  }

  @Test
  void whatOurMeasureTakesTheBrokerTakes() {
    // given
    town.open("edge");

    // when sizes approach the limit, in letters that do not compress
    List<Order> orders =
        IntStream.rangeClosed(1, 8)
            .mapToObj(i -> town.order(new Bloat("edge", LIMIT - 400 * i), "edge").send())
            .toList();

    // then each is either refused or published, and the shard goes on
    List<String> codes =
        orders.stream().map(order -> BankTown.code(town.replies(order, 1).getFirst())).toList();
    assertThat(codes).contains("accepted", "TooLarge").doesNotContain("Conflict");
    shardOfGoesOn("edge");
    assertThat(town.read(TopicKind.EVENTS).values(Bloated.class))
        .hasSize((int) codes.stream().filter("accepted"::equals).count());
  }

  @Test
  void commandThatIsTooLargeToBeForwardedIsRefused() {
    // given a command of a foreign partitioner that just fits into its topic
    String account = BankTown.on(1, "forwarded-large");
    town.open(account);
    Random random = new Random(1);
    String actor = "user:" + letters(random, 240);

    // when
    List<Order> orders =
        IntStream.rangeClosed(1, 6)
            .mapToObj(i -> new Bloat(account + letters(random, LIMIT - 160 * i - 1000), 1))
            .map(command -> town.order(command, account).actor(actor).partition(2))
            .toList();
    List<Order> taken =
        orders.stream().filter(order -> town.written(order.record()).isPresent()).toList();

    // then
    assertThat(taken).isNotEmpty();
    assertThat(taken)
        .allSatisfy(
            order ->
                assertThat(town.replies(order, 1))
                    .extracting(BankTown::code)
                    .containsAnyOf("TooLarge", "accepted"));
    shardOfGoesOn(account);
  }

  private static String letters(Random random, int length) {
    StringBuilder letters = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      letters.append((char) ('0' + random.nextInt('z' - '0')));
    }
    return letters.toString();
  }

  @Test
  void recordThatOnlyItsCompressionMadeFitIsNamedInTheDeadLetters() {
    // given
    String account = BankTown.on(3, "compressed");
    town.open(account);
    Map<String, Object> config =
        Map.of(
            "bootstrap.servers",
            town.bootstrap(),
            "compression.type",
            "lz4",
            "max.request.size",
            40 << 20,
            "buffer.memory",
            64 << 20);

    // when
    try (KafkaProducer<byte[], byte[]> foreign =
        new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
      Future<?> _ =
          foreign.send(
              BankTown.record(
                  Service.SCHEDULER.topic(TopicKind.COMMANDS),
                  3,
                  null,
                  new byte[20 << 20],
                  new HeaderList().add("note", "x".repeat(100))));
      foreign.flush();
    }

    // then
    shardOfGoesOn(account);
    TopicLog.Entry letter = town.read(TopicKind.DEAD_LETTERS).entries().getLast();
    assertThat(letter.record().header(DeadLetterHeaders.CODE)).isEqualTo("BadEnvelope");
    assertThat(letter.record().header(DeadLetterHeaders.PARTITION)).isEqualTo("3");
    assertThat(letter.record().value()).isNull();
  }
}
