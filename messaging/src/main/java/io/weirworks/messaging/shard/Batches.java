package io.weirworks.messaging.shard;

import io.weirworks.messaging.outbox.OutboxPublisher;
import io.weirworks.messaging.projection.StatePublisher;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.locks.LockSupport;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes inputs through as many transactions as they need. One that fails for another reason than
 * lock, connection or epoch is run again in halves down to one input, and that one is refused, goes
 * to the dead letters, or stops its shard (DESIGN 3.3).
 */
final class Batches {

  private static final Logger LOG = LoggerFactory.getLogger(Batches.class);
  private static final int LOCK_TRIES = 20;

  private final Transactor transactor;
  private final Ownership ownership;
  private final OutboxPublisher publisher;
  private final StatePublisher states;
  private final Blame blame;
  private final Holds holds;
  private final MessagingMetrics metrics;

  Batches(
      Transactor transactor,
      Ownership ownership,
      OutboxPublisher publisher,
      StatePublisher states,
      Blame blame,
      Holds holds,
      MessagingMetrics metrics) {
    this.transactor = transactor;
    this.ownership = ownership;
    this.publisher = publisher;
    this.states = states;
    this.blame = blame;
    this.holds = holds;
    this.metrics = metrics;
  }

  void run(List<Input> inputs) {
    List<Input> rest = open(inputs);
    while (!rest.isEmpty()) {
      int taken = attempt(rest);
      rest = open(rest.subList(taken, rest.size()));
    }
  }

  /** Deletes acknowledged outbox rows and records what the state topics hold, without any input. */
  void keepHouse() {
    Map<Integer, OwnedShard> needy = new TreeMap<>(ownership.owned());
    needy.values().removeIf(shard -> !shard.needsHousekeeping());
    if (!needy.isEmpty()) {
      transact(needy, List.of());
    }
  }

  /** The owned shards that these inputs touch. */
  private Map<Integer, OwnedShard> concernedBy(List<Input> inputs) {
    Map<Integer, OwnedShard> concerned = new TreeMap<>();
    for (Input input : inputs) {
      OwnedShard shard = ownership.owned().get(input.shard());
      if (shard != null) {
        concerned.put(input.shard(), shard);
      }
    }
    return concerned;
  }

  private List<Input> open(List<Input> inputs) {
    return inputs.stream().filter(input -> ownership.isOpen(input.shard())).toList();
  }

  /** Runs one transaction; gives how many inputs are done with, by whatever way. */
  private int attempt(List<Input> inputs) {
    Outcome outcome = transact(concernedBy(inputs), inputs);
    return switch (outcome) {
      case Outcome.Taken(int count) -> count;
      case Outcome.Released _ -> 0;
      case Outcome.Failed(Exception error) when inputs.size() > 1 -> {
        metrics.rolledBack(error.getClass().getSimpleName());
        run(inputs.subList(0, inputs.size() / 2));
        run(inputs.subList(inputs.size() / 2, inputs.size()));
        yield inputs.size();
      }
      case Outcome.Failed(Exception error) -> {
        single(inputs.getFirst(), error);
        yield 1;
      }
    };
  }

  private sealed interface Outcome {
    record Taken(int count) implements Outcome {}

    /** Shards were lost or are in doubt: their inputs come again after a take-over. */
    record Released() implements Outcome {}

    record Failed(Exception error) implements Outcome {}
  }

  private Outcome transact(Map<Integer, OwnedShard> shards, List<Input> inputs) {
    for (int tries = 1; ; tries++) {
      try {
        return committed(shards, inputs, transactor.run(shards, inputs));
      } catch (LostEpochException e) {
        LOG.warn("{}", e.getMessage());
        ownership.lost(e.shards());
        return new Outcome.Released();
      } catch (UnknownCommitException e) {
        ownership.doubtAll(e.getMessage() + ": " + e.getCause());
        return new Outcome.Released();
      } catch (SQLException e) {
        DatabaseErrors kind = DatabaseErrors.of(e);
        if (kind == DatabaseErrors.LOCK && tries < LOCK_TRIES) {
          metrics.rolledBack("lock");
          LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(1_000_000, 20_000_000));
        } else if (kind == DatabaseErrors.LOCK || kind == DatabaseErrors.CONNECTION) {
          ownership.doubtAll("the database does not answer: " + e.getMessage());
          return new Outcome.Released();
        } else {
          return new Outcome.Failed(e);
        }
      } catch (RuntimeException e) {
        return new Outcome.Failed(e);
      }
    }
  }

  private Outcome committed(Map<Integer, OwnedShard> shards, List<Input> inputs, Settled settled) {
    settled.sent().forEach(publisher::publish);
    List<Input> decided = inputs.subList(0, settled.taken());
    for (OwnedShard shard : shards.values()) {
      project(shard);
      holds.progressed(shard, decided);
    }
    return new Outcome.Taken(settled.taken());
  }

  private void project(OwnedShard shard) {
    states.publish(
        new StatePublisher.Work(shard.shard, shard.epoch, shard.statePublished, shard.number));
  }

  /** One input that cannot be decided. */
  private void single(Input input, Exception error) {
    Exception last = error;
    for (Input instead : blame.instead(input, error)) {
      metrics.rolledBack(last.getClass().getSimpleName());
      LOG.warn("{} cannot be decided: {}", input.original().stop(), last.toString());
      Outcome outcome = transact(concernedBy(List.of(instead)), List.of(instead));
      if (!(outcome instanceof Outcome.Failed(Exception next))) {
        return;
      }
      last = next;
    }
    metrics.rolledBack(last.getClass().getSimpleName());
    LOG.error("{} stops its shard", input.original().stop(), last);
    ownership.hold(blame.hold(input, last));
  }
}
