package io.weirworks.messaging.bank;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.bank.AccountClosed;
import io.weirworks.contract.bank.AccountState;
import io.weirworks.contract.bank.Deposited;
import io.weirworks.contract.bank.NoteSet;
import io.weirworks.messaging.Envelope;
import io.weirworks.schemas.TopicKind;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** What must hold whatever happened: the checker of the bank, from topics and tables alone. */
public final class BankAudit {

  private final BankTown town;

  private BankAudit(BankTown town) {
    this.town = town;
  }

  public static BankAudit of(BankTown town) {
    return new BankAudit(town);
  }

  public void everythingAgrees() {
    outboxIsEmpty();
    sequencesHaveNoHole();
    balancesAreTheSums();
    stateEqualsTables();
    everyEventHasActorAndCause();
  }

  /** Everything that was committed is sent and known to be. */
  public void outboxIsEmpty() {
    BankTown.await()
        .untilAsserted(() -> assertThat(town.query("SELECT number FROM outbox")).isEmpty());
  }

  /** I4: per subject 1..n once a reader has dropped what is not above the last. */
  public void sequencesHaveNoHole() {
    Map<String, List<Long>> events = town.read(TopicKind.EVENTS).sequences();
    events.forEach(
        (subject, sequences) ->
            assertThat(sequences)
                .as(subject)
                .containsExactlyElementsOf(
                    LongStream.rangeClosed(1, sequences.size()).boxed().toList()));
    for (String row : town.query("SELECT CONCAT(id, ' ', sequence) FROM account")) {
      String[] parts = row.split(" ");
      assertThat(events.get(parts[0])).as(parts[0]).hasSize(Integer.parseInt(parts[1]));
    }
  }

  /** What the events say that was paid in is what the tables say is there. */
  public void balancesAreTheSums() {
    Map<String, Long> sums = new TreeMap<>();
    TopicLog events = town.read(TopicKind.EVENTS).withoutRepeats();
    events
        .values(Deposited.class)
        .forEach(e -> sums.merge(e.getAccount(), e.getAmount(), Long::sum));
    events.values(AccountClosed.class).forEach(e -> sums.remove(e.getAccount()));
    for (String row :
        town.query("SELECT CONCAT(id, ' ', balance) FROM account WHERE removed = 0")) {
      String[] parts = row.split(" ");
      assertThat(sums.getOrDefault(parts[0], 0L)).as(parts[0]).isEqualTo(Long.valueOf(parts[1]));
    }
  }

  /** What a reader of the compacted topic keeps is what the tables hold. */
  public void stateEqualsTables() {
    BankTown.await().untilAsserted(() -> assertThat(compacted()).isEqualTo(tables()));
  }

  private Map<String, String> compacted() {
    Map<String, String> states = new TreeMap<>();
    town.read(TopicKind.STATE)
        .compacted()
        .forEach(
            (id, entry) ->
                entry
                    .value()
                    .map(AccountState.class::cast)
                    .ifPresent(
                        state ->
                            states.put(
                                id,
                                "%d %s %s %d"
                                    .formatted(
                                        state.getBalance(),
                                        state.getHolder(),
                                        state.getNote(),
                                        entry.envelope().map(Envelope::sequence).orElse(0L)))));
    return states;
  }

  private Map<String, String> tables() {
    Map<String, String> rows = new TreeMap<>();
    town.query(
            "SELECT CONCAT(id, '=', balance, ' ', holder, ' ', note, ' ', sequence) FROM account"
                + " WHERE removed = 0")
        .forEach(row -> rows.put(row.split("=", 2)[0], row.split("=", 2)[1]));
    return rows;
  }

  /** Each of these orders, all accepted, has exactly one event, however often it was sent. */
  public void everyOrderCountsOnce(List<Order> orders) {
    Map<String, Integer> events = new HashMap<>();
    for (TopicLog.Entry entry : town.read(TopicKind.EVENTS).withoutRepeats().entries()) {
      Envelope envelope = entry.envelope().orElseThrow();
      if (!envelope.type().equals(NoteSet.class.getName())) {
        events.merge(String.valueOf(envelope.causationId()), 1, Integer::sum);
      }
    }
    assertThat(orders)
        .allSatisfy(order -> assertThat(events.get(order.id())).as(order.id()).isEqualTo(1));
  }

  /** I6. */
  public void everyEventHasActorAndCause() {
    assertThat(town.read(TopicKind.EVENTS).entries())
        .allSatisfy(
            entry -> {
              Envelope envelope = entry.envelope().orElseThrow();
              assertThat(envelope.actor()).isNotEmpty();
              assertThat(envelope.causationId()).isNotEmpty();
            });
  }
}
