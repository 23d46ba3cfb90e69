package io.weirworks.messaging.shard;

import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.outbox.OutboxPublisher;
import io.weirworks.messaging.projection.StatePublisher;
import io.weirworks.messaging.shard.Routes.Origin;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.schemas.CloudEventHeaders;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  private static final Duration HOLD = Duration.ofSeconds(5);

  private final Transactor transactor;
  private final Ownership ownership;
  private final OutboxPublisher publisher;
  private final StatePublisher states;
  private final Routes routes;
  private final MessagingMetrics metrics;

  Batches(
      Transactor transactor,
      Ownership ownership,
      OutboxPublisher publisher,
      StatePublisher states,
      Routes routes,
      MessagingMetrics metrics) {
    this.transactor = transactor;
    this.ownership = ownership;
    this.publisher = publisher;
    this.states = states;
    this.routes = routes;
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
    Map<Integer, OwnedShard> needy = new java.util.TreeMap<>(ownership.owned());
    needy.values().removeIf(shard -> !shard.needsHousekeeping());
    if (!needy.isEmpty()) {
      transact(needy, List.of());
    }
  }

  private List<Input> open(List<Input> inputs) {
    return inputs.stream().filter(input -> ownership.isOpen(input.shard())).toList();
  }

  /** Runs one transaction; gives how many inputs are done with, by whatever way. */
  private int attempt(List<Input> inputs) {
    Outcome outcome = transact(ownership.concernedBy(inputs), inputs);
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
        Settled settled = transactor.run(shards, inputs);
        settled.sent().forEach(publisher::publish);
        shards.values().forEach(this::project);
        shards.keySet().forEach(ownership::progressed);
        inputs.subList(0, settled.taken()).stream()
            .filter(Input.Skipped.class::isInstance)
            .forEach(input -> ownership.skipped(input.shard()));
        return new Outcome.Taken(settled.taken());
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

  private void project(OwnedShard shard) {
    states.publish(
        new StatePublisher.Work(shard.shard, shard.epoch, shard.statePublished, shard.number));
  }

  /** One input that cannot be decided: what becomes of it depends on where it came from. */
  private void single(Input input, Exception error) {
    Exception last = error;
    for (Input instead : instead(input, error)) {
      metrics.rolledBack(last.getClass().getSimpleName());
      LOG.warn("{} cannot be decided: {}", described(input), last.toString());
      Outcome outcome = transact(ownership.concernedBy(List.of(instead)), List.of(instead));
      if (!(outcome instanceof Outcome.Failed(Exception next))) {
        return;
      }
      last = next;
    }
    metrics.rolledBack(last.getClass().getSimpleName());
    LOG.error("{} stops its shard", described(input), last);
    ownership.hold(input.shard(), hold(input, last));
  }

  /** What may become of an input that cannot be decided, in the order in which it is tried. */
  private List<Input> instead(Input input, Exception error) {
    ArrivedRecord record =
        switch (input) {
          case Input.Polled polled -> polled.record();
          case Input.Unparked unparked -> unparked.parked().record();
          case Input.Due _, Input.Refused _, Input.Buried _, Input.Skipped _ -> null;
        };
    if (record == null) {
      return List.of();
    }
    List<Input> ways = new ArrayList<>();
    if (error instanceof SQLException sql && DatabaseErrors.of(sql) == DatabaseErrors.DUPLICATE) {
      ways.add(
          new Input.Refused(
              input,
              Rejection.of(Rejection.CONFLICT, "another command was first with the same name")));
    }
    if (isFromOutside(record)) {
      ways.add(new Input.Buried(input, "Unhandled", error.toString()));
    }
    return ways;
  }

  private boolean isFromOutside(ArrivedRecord record) {
    return routes.origin(record.topic()) == Origin.COMMANDS
        || record.header(CloudEventHeaders.FORWARDED_TIME) != null;
  }

  private static Hold hold(Input input, Exception error) {
    long retryAt = System.nanoTime() + HOLD.toNanos();
    String reason = error.toString();
    return switch (input) {
      case Input.Polled(ArrivedRecord record, var _) ->
          new Hold(
              record.topic(), record.partition(), record.offset(), reason, Instant.now(), retryAt);
      case Input.Refused(Input inner, var _) -> hold(inner, error);
      case Input.Buried(Input inner, var _, var _) -> hold(inner, error);
      case Input.Due _, Input.Unparked _, Input.Skipped _ ->
          new Hold(described(input), input.shard(), -1, reason, Instant.now(), retryAt);
    };
  }

  private static String described(Input input) {
    return switch (input) {
      case Input.Polled(ArrivedRecord record, var _) -> record.toString();
      case Input.Unparked(var parked, var _) -> "parked " + parked.record();
      case Input.Due(var timer) -> "timer " + timer.key();
      case Input.Refused(Input inner, var _) -> described(inner);
      case Input.Buried(Input inner, var _, var _) -> described(inner);
      case Input.Skipped(int shard, String topic, long offset) ->
          topic + "-" + shard + "@" + offset;
    };
  }
}
