package io.weirworks.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.bank.Bloated;
import io.weirworks.contract.bank.Deposit;
import io.weirworks.contract.bank.Deposited;
import io.weirworks.contract.bank.Explode;
import io.weirworks.contract.bank.SalaryPaid;
import io.weirworks.contract.bank.Unheard;
import io.weirworks.messaging.bank.Bank;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.bank.Order;
import io.weirworks.messaging.bank.TopicLog;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.messaging.storage.OperatorTable.Action;
import io.weirworks.messaging.storage.OperatorTable.Instruction;
import io.weirworks.messaging.wire.HeaderList;
import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.DeadLetterHeaders;
import io.weirworks.schemas.TopicKind;
import java.nio.ByteBuffer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** R41: what comes from outside never stops a partition, what is our own is never passed over. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PoisonTest {

  private static final String COMMANDS = Bank.SERVICE.topic(TopicKind.COMMANDS);
  private static final String INTERNAL = Bank.SERVICE.topic(TopicKind.INTERNAL);

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

  private static byte[] unknownSchema() {
    return ByteBuffer.allocate(8).put((byte) 0).putInt(987_654_321).array();
  }

  private static HeaderList without(Order order, String header) {
    HeaderList headers = new HeaderList();
    order.headers().list().stream()
        .filter(each -> !each.key().equals(header))
        .forEach(each -> headers.addAll(List.of(each)));
    return headers;
  }

  private static ProducerRecord<byte[], byte[]> with(Order order, byte @Nullable [] value) {
    ProducerRecord<byte[], byte[]> record = order.record();
    return BankTown.record(
        record.topic(), record.partition(), record.key(), value, order.headers());
  }

  /** By its cause each kind of record that cannot be understood or handled. */
  private Map<String, ProducerRecord<byte[], byte[]>> poisons(String account) {
    Order good = town.order(new Deposit(account, 1L), account);
    byte[] value = good.record().value();
    int shard = good.partition();
    byte[] cut = java.util.Arrays.copyOf(value, value.length - 1);
    Map<String, ProducerRecord<byte[], byte[]>> all = new LinkedHashMap<>();
    all.put("NOT_FRAMED bytes", with(good, "hello".getBytes(UTF_8)));
    all.put("NOT_FRAMED empty", with(good, new byte[0]));
    all.put("UNKNOWN_SCHEMA_ID", with(good, unknownSchema()));
    all.put("CORRUPT", with(good, cut));
    all.put("NoValue", with(good, null));
    all.put("UnknownType", town.order(new Unheard(account), account).record());
    all.put("TypeMismatch", with(town.order(new Explode(account), account), value));
    all.put("Unhandled explodes", town.order(new Explode(account), account).record());
    all.put("Unhandled id of another to the database", good.id("twin ").record());
    for (String header :
        List.of(
            CloudEventHeaders.ID,
            CloudEventHeaders.SOURCE,
            CloudEventHeaders.TYPE,
            CloudEventHeaders.TIME,
            CloudEventHeaders.ACTOR)) {
      all.put(
          "BadEnvelope without " + header,
          BankTown.record(COMMANDS, shard, "k".getBytes(UTF_8), value, without(good, header)));
    }
    all.put(
        "BadEnvelope with a long header",
        BankTown.record(
            COMMANDS,
            shard,
            null,
            value,
            without(good, CloudEventHeaders.ID).add("n".repeat(70_000), "x")));
    return all;
  }

  @Test
  void whatCannotBeUnderstoodOrHandledOnCommandsIsADeadLetterWithItsCauseAndThePartitionGoesOn()
      throws Exception {
    // given
    String account = BankTown.on(0, "survivor");
    town.open(account);
    town.replies(town.order(new Deposit(account, 1L), account).id("twin").send(), 1);

    for (var poison : poisons(account).entrySet()) {
      // when
      RecordMetadata place = town.written(poison.getValue()).orElseThrow();
      Order next = town.order(new Deposit(account, 1L), account).send();

      // then
      assertThat(town.replies(next, 1))
          .as("after " + poison.getKey())
          .extracting(BankTown::code)
          .containsExactly("accepted");
      isDeadLetter(poison.getKey(), poison.getValue(), place);
    }
    assertThat(member.notReady()).isEmpty();
    assertThat(town.meters().get("weirworks.messaging.dead.letters").counter().count())
        .isEqualTo(poisons(account).size());
  }

  private void isDeadLetter(
      String cause, ProducerRecord<byte[], byte[]> sent, RecordMetadata place) {
    TopicLog.Entry letter =
        town.read(TopicKind.DEAD_LETTERS).entries().stream()
            .filter(
                entry ->
                    String.valueOf(place.offset())
                        .equals(entry.record().header(DeadLetterHeaders.OFFSET)))
            .findFirst()
            .orElseThrow(() -> new AssertionError("no dead letter for " + cause));
    assertThat(letter.record().header(DeadLetterHeaders.CODE)).isEqualTo(cause.split(" ")[0]);
    assertThat(letter.record().header(DeadLetterHeaders.MESSAGE)).isNotEmpty();
    assertThat(letter.record().header(DeadLetterHeaders.TOPIC)).isEqualTo(COMMANDS);
    assertThat(letter.record().header(DeadLetterHeaders.PARTITION))
        .isEqualTo(String.valueOf(place.partition()));
    assertThat(letter.record().value()).isEqualTo(sent.value());
    assertThat(letter.record().key()).isEqualTo(sent.key() == null ? new byte[0] : sent.key());
    assertThat(letter.record().headers()).containsAll(List.of(sent.headers().toArray()));
  }

  @Test
  void whatCannotBeUnderstoodOnOurOwnTopicsStopsItsShardUntilAnOperatorSkipsIt() throws Exception {
    // given
    String account = BankTown.on(1, "held");
    String other = BankTown.on(2, "free");
    town.open(account);
    town.open(other);

    // when a record is read in one poll with what lies before and behind it
    for (int i = 0; i < 20; i++) {
      town.order(new Deposit(account, 1L), account).send();
    }
    RecordMetadata place =
        town.written(
                BankTown.record(
                    INTERNAL, 1, null, "hello".getBytes(UTF_8), new HeaderList().add("a", "b")))
            .orElseThrow();

    // then the shard stands before it, others go on
    String where = INTERNAL + "-1@" + place.offset();
    BankTown.await().until(() -> member.notReady().orElse("").contains(where));
    Order behind = town.order(new Deposit(account, 100L), account).send();
    Order elsewhere = town.order(new Deposit(other, 1L), other).send();
    assertThat(town.replies(elsewhere, 1)).hasSize(1);
    assertThat(position(INTERNAL, 1)).isEqualTo(place.offset());
    assertThat(town.read(TopicKind.REPLIES).causedBy(behind.id())).isEmpty();
    assertThat(town.read(TopicKind.DEAD_LETTERS).entries())
        .noneMatch(e -> INTERNAL.equals(e.record().header(DeadLetterHeaders.TOPIC)));

    // and stays red while it tries again and again
    BankTown.await()
        .during(java.time.Duration.ofSeconds(3))
        .pollInterval(java.time.Duration.ofMillis(20))
        .until(() -> member.notReady().orElse("").contains(where));

    // when
    town.tell(new Instruction(INTERNAL, 1, Action.SKIP, String.valueOf(place.offset())));

    // then
    assertThat(town.replies(behind, 1)).extracting(BankTown::code).containsExactly("accepted");
    assertThat(town.read(TopicKind.EVENTS).about(account).values(Deposited.class)).hasSize(21);
    assertThat(position(INTERNAL, 1)).isEqualTo(place.offset() + 1);
    TopicLog.Entry kept = town.read(TopicKind.DEAD_LETTERS).entries().getLast();
    assertThat(kept.record().header(DeadLetterHeaders.CODE)).isEqualTo("Skipped");
    assertThat(kept.record().value()).isEqualTo("hello".getBytes(UTF_8));
    BankTown.await().until(() -> member.notReady().isEmpty());
  }

  private long position(String topic, int shard) {
    return Long.parseLong(
        town.query(
                "SELECT next_offset FROM shard_position WHERE topic = '%s' AND shard = %d"
                    .formatted(topic, shard))
            .getFirst());
  }

  @Test
  void unknownTypeOfEventIsSkippedAndCounted() {
    // given
    String account = BankTown.on(3, "employee");
    town.open(account);

    // when
    town.tell(Bank.SALARIES, account, "job", 1, new Bloated(account, "not heard of here"));
    town.tell(Bank.SALARIES, account, "job", 2, new SalaryPaid(account, 5L));

    // then
    BankTown.await()
        .until(
            () -> town.read(TopicKind.EVENTS).about(account).values(Deposited.class).size() == 1);
    assertThat(
            town.meters()
                .get("weirworks.messaging.events.skipped")
                .tag("type", Bloated.class.getName())
                .counter()
                .count())
        .isEqualTo(1);
    assertThat(member.notReady()).isEmpty();
  }
}
