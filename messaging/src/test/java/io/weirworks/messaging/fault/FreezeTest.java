package io.weirworks.messaging.fault;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.bank.Deposit;
import io.weirworks.contract.bank.NoteSet;
import io.weirworks.contract.bank.TellFriend;
import io.weirworks.messaging.bank.BankAudit;
import io.weirworks.messaging.bank.BankTown;
import io.weirworks.messaging.bank.Order;
import io.weirworks.messaging.fault.BankMember.Fault;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.schemas.TopicKind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Owners stopped in mid-air (SIGSTOP) while others take over, then woken: fenced by the epoch. */
class FreezeTest {

  private BankTown town;

  @BeforeEach
  void freshTown() {
    town = BankTown.fresh();
  }

  @AfterEach
  void leave() {
    town.close();
  }

  /** The slot of each shard's owner. */
  private List<String> owners() {
    return town.query("SELECT SUBSTRING_INDEX(owner, '-', 1) FROM shard ORDER BY shard");
  }

  private boolean haveAllSlots() {
    return owners().containsAll(List.of("a", "b", "c"));
  }

  /** An account on a shard of this slot's member. */
  private String accountOf(String slot) {
    return BankTown.on(owners().indexOf(slot), "of-" + slot);
  }

  @Test
  void frozenOwnersChangeNothingWhenTheyWakeUp() {
    try (MemberProcess inTransaction = MemberProcess.start(town, "a", Fault.FREEZE, Step.WRITE, 1);
        MemberProcess beforeSend =
            MemberProcess.start(town, "b", Fault.FREEZE, Step.PUBLISH_COMMAND, 1);
        MemberProcess afterPoll = MemberProcess.start(town, "c", Fault.FREEZE, Step.POLL, 1)) {
      // given
      inTransaction.go();
      beforeSend.go();
      afterPoll.go();
      BankTown.await().until(this::haveAllSlots);
      String first = accountOf("a");
      String teller = accountOf("b");
      String third = accountOf("c");
      List.of(first, teller, third).forEach(town::open);
      List<Order> orders = new ArrayList<>();

      // when one is frozen between commit and send, one inside a transaction, one after a poll
      beforeSend.arm();
      orders.add(town.order(new TellFriend(teller, first, "old"), teller).send());
      BankTown.await().until(beforeSend::isFrozen);
      afterPoll.arm();
      orders.add(town.order(new Deposit(third, 5L), third).send());
      BankTown.await().until(afterPoll::isFrozen);
      inTransaction.arm();
      orders.add(town.order(new Deposit(first, 5L), first).send());
      BankTown.await().until(inTransaction::isFrozen);

      // and another takes over and decides on
      Messaging healthy = town.member("d");
      BankTown.await().until(() -> healthy.status().owned().size() == BankTown.SHARDS);
      orders.add(town.order(new TellFriend(teller, first, "new"), teller).send());
      for (String account : List.of(first, teller, third)) {
        orders.add(town.order(new Deposit(account, 10L), account).send());
      }
      orders.forEach(order -> town.replies(order, 1));
      noteIs(first, "new");
      BankAudit.of(town).everythingAgrees();
      long sent = town.read(TopicKind.INTERNAL).size();

      // and they wake up
      inTransaction.thaw();
      beforeSend.thaw();
      afterPoll.thaw();
      BankTown.await().until(() -> town.read(TopicKind.INTERNAL).size() > sent);
      BankTown.await().until(this::haveAllSlots);

      // then
      orders.add(town.order(new Deposit(first, 100L), first).send());
      orders.forEach(order -> town.replies(order, 1));
      noteIs(first, "new");
      BankAudit audit = BankAudit.of(town);
      audit.everyOrderCountsOnce(orders);
      audit.everythingAgrees();
      assertThat(town.read(TopicKind.EVENTS).withoutRepeats().values(NoteSet.class))
          .extracting(NoteSet::getNote)
          .containsExactly("old", "new");
    }
  }

  private void noteIs(String account, String note) {
    BankTown.await()
        .until(
            () -> town.query("SELECT note FROM account WHERE id = '" + account + "'"),
            List.of(note)::equals);
  }
}
