package io.weirworks.messaging.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.bank.Deposited;
import io.weirworks.contract.bank.Split;
import io.weirworks.messaging.bank.BankAudit;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.bank.Customer;
import io.weirworks.messaging.bank.Order;
import io.weirworks.messaging.fault.BankMember.Fault;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The process halted at every step of its cycle, in a seeded loop. */
class KillTest {

  private static final long SEED = 20261120;

  /** At least one round through all steps; the long form goes round and round. */
  private static final Duration LOAD = Endurance.load(Duration.ZERO);

  private static final List<Step> STEPS = List.of(Step.values());

  private BankTown town;

  @BeforeEach
  void freshTown() {
    town = BankTown.fresh();
  }

  @AfterEach
  void leave() {
    town.close();
  }

  private List<String> openedAccounts(int count) {
    Messaging first = town.member("a");
    List<String> accounts = town.openMany(count);
    first.close();
    return accounts;
  }

  /** Passages of a step that come within a few seconds of load. */
  private static int passage(Step step, Random random) {
    return switch (step) {
      case TAKE_SHARD -> 1 + random.nextInt(BankTown.SHARDS);
      case COMMIT_OFFSETS -> 1 + random.nextInt(2);
      case POLL, LOCK, BEFORE_COMMIT, AFTER_COMMIT, GIVE_BACK, DELETE_OUTBOX, PUBLISH_STATE ->
          1 + random.nextInt(8);
      case DECIDE, WRITE, PUBLISH, PUBLISH_COMMAND -> 1 + random.nextInt(40);
    };
  }

  @Test
  void memberHaltedAtEveryStepLosesNothingAndAppliesNothingTwice() {
    // given
    List<String> accounts = openedAccounts(12);
    Customer customer = Customer.start(town, accounts, SEED);

    // when
    Random random = new Random(SEED);
    MemberProcess next = haltingAt(STEPS.getFirst(), random);
    long begun = System.nanoTime();
    for (int i = 0; i < STEPS.size() || System.nanoTime() - begun < LOAD.toNanos(); i++) {
      try (MemberProcess member = next.arm().go()) {
        next = haltingAt(STEPS.get((i + 1) % STEPS.size()), random);
        BankTown.await()
            .alias("halt at " + STEPS.get(i % STEPS.size()))
            .until(() -> !member.isAlive());
      }
    }
    next.close();
    town.member("a");

    // then
    List<Order> orders = customer.stopAndAwaitReplies();
    BankAudit audit = BankAudit.of(town);
    audit.everyOrderCountsOnce(orders);
    audit.everythingAgrees();
  }

  /** Started ahead, while its predecessor works. */
  private MemberProcess haltingAt(Step step, Random random) {
    return MemberProcess.start(town, "a", Fault.HALT, step, passage(step, random));
  }

  @Test
  void largeDecisionWhoseMemberIsHaltedInTheMiddleIsContinued() {
    // given
    String account = openedAccounts(1).getFirst();
    Order split = town.order(new Split(account, 4000), account);

    // when its member ends between two parts
    try (MemberProcess member =
        MemberProcess.start(town, "a", Fault.HALT, Step.BEFORE_COMMIT, 4).go()) {
      BankTown.await()
          .until(
              () ->
                  town.query("SELECT owner FROM shard WHERE epoch > 1").size() == BankTown.SHARDS);
      member.arm();
      split.send();
      BankTown.await().until(() -> !member.isAlive());
    }
    assertThat(town.query("SELECT reason FROM parked")).containsExactly("CONTINUATION");
    assertThat(Long.parseLong(town.query("SELECT balance FROM account").getFirst()))
        .isBetween(400L, 2000L);

    // then
    town.member("a");
    BankTown.await()
        .until(() -> town.query("SELECT balance FROM account"), List.of("4000")::equals);
    // a halt between send and delete publishes the same reply again: readers drop repeats by its id
    assertThat(Set.copyOf(town.replies(split, 1))).hasSize(1);
    BankAudit.of(town).everythingAgrees();
    assertThat(town.read(TopicKind.EVENTS).withoutRepeats().values(Deposited.class)).hasSize(4000);
  }
}
