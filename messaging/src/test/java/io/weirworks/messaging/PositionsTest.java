package io.weirworks.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.bank.Deposit;
import io.weirworks.contract.bank.Deposited;
import io.weirworks.contract.bank.SalaryPaid;
import io.weirworks.messaging.bank.Bank;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.bank.Order;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.messaging.storage.OperatorTable.Action;
import io.weirworks.messaging.storage.OperatorTable.Instruction;
import io.weirworks.schemas.TopicKind;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * DESIGN 3.2: a topic made anew, a position outside the log or another partition count: not ready,
 * says why, handles nothing until told so.
 */
class PositionsTest {

  private static final String COMMANDS = Bank.SERVICE.topic(TopicKind.COMMANDS);

  private BankTown town;

  @BeforeEach
  void freshTown() {
    town = BankTown.fresh();
  }

  @AfterEach
  void leave() {
    town.close();
  }

  private void tell(String topic, int shard, Action action, String argument) {
    town.tell(new Instruction(topic, shard, action, argument));
  }

  private void says(Messaging member, String why) {
    BankTown.await().until(() -> String.valueOf(member.status().waiting().get(1)).contains(why));
    assertThat(member.status().owned()).doesNotContain(1);
  }

  private void takesAgain(Messaging member) {
    BankTown.await().until(() -> member.status().owned().size() == BankTown.SHARDS);
    BankTown.await().until(() -> member.notReady().isEmpty());
  }

  private String topicId(Admin admin, String topic) throws Exception {
    return admin
        .describeTopics(List.of(topic))
        .allTopicNames()
        .get()
        .values()
        .iterator()
        .next()
        .topicId()
        .toString();
  }

  private void handled(String account, Messaging first) {
    town.open(account);
    for (int i = 0; i < 3; i++) {
      town.order(new Deposit(account, 1L), account).send();
    }
    town.tell(Bank.SALARIES, account, "job", 1, new SalaryPaid(account, 1000L));
    BankTown.await().until(() -> deposits(account) == 4);
    first.close();
  }

  private int deposits(String account) {
    return town.read(TopicKind.EVENTS).about(account).values(Deposited.class).size();
  }

  @Test
  void topicMadeAnewIsNotReadUntilItIsAccepted() throws Exception {
    // given
    String account = BankTown.on(1, "anew");
    handled(account, town.member("a"));
    town.makeAnew(List.of(Bank.SALARIES));
    town.tell(Bank.SALARIES, account, "job", 2, new SalaryPaid(account, 2000L));

    // when
    Messaging member = town.member("a");

    // then
    says(member, "topic " + Bank.SALARIES + " was made anew");
    assertThat(deposits(account)).isEqualTo(4);

    // when
    String id = topicId(town.admin(), Bank.SALARIES);
    for (int shard = 0; shard < BankTown.SHARDS; shard++) {
      tell(Bank.SALARIES, shard, Action.ACCEPT_TOPIC, id);
    }

    // then
    takesAgain(member);
    BankTown.await().until(() -> deposits(account) == 5);
  }

  @Test
  void positionOutsideTheLogIsNotLeftUntilItIsMoved() throws Exception {
    // given commands that were deleted before they were read
    String account = BankTown.on(1, "lost");
    handled(account, town.member("a"));
    long read = position();
    Order deleted = town.order(new Deposit(account, 7L), account).send();
    town.order(new Deposit(account, 8L), account).send();
    town.flush();
    town.admin()
        .deleteRecords(
            Map.of(new TopicPartition(COMMANDS, 1), RecordsToDelete.beforeOffset(read + 1)))
        .all()
        .get();

    // when
    Messaging member = town.member("a");

    // then
    String why = "position %d of %s-1 is outside its log".formatted(read, COMMANDS);
    says(member, why);
    assertThat(deposits(account)).isEqualTo(4);

    // when an instruction is nonsense, then it is not followed and another still is
    tell(COMMANDS, 1, Action.MOVE, "nonsense");
    tell(COMMANDS, 1, Action.MOVE, read + ":" + (read + 1));
    takesAgain(member);
    BankTown.await().until(() -> deposits(account) == 5);
    assertThat(town.read(TopicKind.REPLIES).causedBy(deleted.id())).isEmpty();
  }

  private long position() {
    return Long.parseLong(
        town.query(
                "SELECT next_offset FROM shard_position WHERE shard = 1 AND topic = '"
                    + COMMANDS
                    + "'")
            .getFirst());
  }

  @Test
  void topicMadeAnewUnderARunningMemberStopsItsShardsAndNotTheMember() throws Exception {
    // given
    String account = BankTown.on(1, "under");
    Messaging member = town.member("a");
    town.open(account);
    BankTown.await().until(() -> member.notReady().isEmpty());

    // when
    long end = position();
    town.makeAnew(List.of(Bank.CURRENCIES));

    // then
    says(member, "topic " + Bank.CURRENCIES + " was made anew");
    String id = topicId(town.admin(), Bank.CURRENCIES);
    for (int shard = 0; shard < BankTown.SHARDS; shard++) {
      tell(Bank.CURRENCIES, shard, Action.ACCEPT_TOPIC, id);
    }
    takesAgain(member);
    assertThat(position()).isEqualTo(end);
  }

  @Test
  void otherPartitionCountThanTheDatabaseWasMadeForIsRefused() throws Exception {
    // given
    String account = BankTown.on(1, "counted");
    handled(account, town.member("a"));
    Map<String, NewPartitions> more = new java.util.HashMap<>();
    town.topics().forEach(topic -> more.put(topic, NewPartitions.increaseTo(6)));
    town.admin().createPartitions(more).all().get();

    // when
    Messaging member = town.member("a");
    town.order(new Deposit(account, 1L), account).send();

    // then
    says(member, "topics have 6 partitions, the database was made for 4");
    assertThat(member.status().owned()).isEmpty();
    assertThat(deposits(account)).isEqualTo(4);
  }
}
