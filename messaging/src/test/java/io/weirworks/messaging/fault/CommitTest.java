package io.weirworks.messaging.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.bank.Deposit;
import io.weirworks.contract.bank.Deposited;
import io.weirworks.messaging.bank.BankAudit;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.bank.Order;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.schemas.TopicKind;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** DESIGN 3.5: after an unknown commit only the tables know. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommitTest {

  /** Where something goes wrong once, and how. */
  private record Trouble(Step step, SQLException error) {}

  private final AtomicReference<Trouble> next = new AtomicReference<>(none());
  private BankTown town;

  private static Trouble none() {
    return new Trouble(Step.POLL, new SQLException("never thrown"));
  }

  @BeforeAll
  void freshTown() {
    town = BankTown.fresh();
    Messaging member =
        town.member(
            town.settings("a"),
            town.clients("a"),
            source -> Doubles.database(source, this::strikeOnce));
    BankTown.await().until(() -> member.status().owned().size() == BankTown.SHARDS);
  }

  private void strikeOnce(Step step) throws SQLException {
    Trouble trouble = next.get();
    if (trouble.step() == step && next.compareAndSet(trouble, none())) {
      throw trouble.error();
    }
  }

  @AfterAll
  void leave() {
    town.close();
  }

  /** Everything that may happen to a deposit's transaction happens to one, and it counts once. */
  private void countsOnce(String account, Trouble trouble) {
    // given
    town.open(account);

    // when
    next.set(trouble);
    Order order = town.order(new Deposit(account, 5L), account).send();

    // then
    assertThat(town.replies(order, 1)).extracting(BankTown::code).containsOnly("accepted");
    assertThat(next.get().step()).isEqualTo(none().step());
    assertThat(town.query("SELECT balance FROM account WHERE id = '" + account + "'"))
        .isEqualTo(List.of("5"));
    assertThat(town.read(TopicKind.EVENTS).withoutRepeats().about(account).values(Deposited.class))
        .hasSize(1);
  }

  @Test
  void connectionCutBeforeTheCommitWasDoneLosesNothing() {
    countsOnce("not-done", new Trouble(Step.BEFORE_COMMIT, Doubles.connectionLost()));
  }

  @Test
  void connectionCutBetweenTheCommitAndItsAnswerDoublesNothing() {
    countsOnce("done", new Trouble(Step.AFTER_COMMIT, Doubles.connectionLost()));
  }

  @Test
  void connectionThatCannotBeGivenBackAfterTheCommitDoublesNothing() {
    SQLException odd = new SQLException("odd error made by the test", "HY000", 9999);
    countsOnce("given-back", new Trouble(Step.GIVE_BACK, odd));
  }

  @Test
  void transactionThatLostADeadlockIsRunAgain() {
    countsOnce("deadlocked", new Trouble(Step.WRITE, Doubles.deadlock()));
  }

  @Test
  void afterAllOfThisTheTablesAndTheTopicsAgree() {
    // given all troubles once more
    Map.of(
            "again-1", new Trouble(Step.BEFORE_COMMIT, Doubles.connectionLost()),
            "again-2", new Trouble(Step.AFTER_COMMIT, Doubles.connectionLost()),
            "again-3", new Trouble(Step.DECIDE, Doubles.deadlock()))
        .forEach(this::countsOnce);

    // then
    BankAudit.of(town).everythingAgrees();
  }
}
