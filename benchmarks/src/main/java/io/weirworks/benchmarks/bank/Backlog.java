package io.weirworks.benchmarks.bank;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weirworks.benchmarks.bank.PlainLoop.Transform;
import io.weirworks.benchmarks.bank.Saturated.Mode;
import io.weirworks.benchmarks.measure.CpuClock;
import io.weirworks.benchmarks.measure.Machine;
import io.weirworks.benchmarks.measure.Progress;
import io.weirworks.benchmarks.measure.Progress.Sighting;
import io.weirworks.benchmarks.measure.ServerCounters;
import io.weirworks.messaging.shard.Bounds;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.apache.kafka.common.TopicPartition;

/** A full backlog that each mode works off as fast as it can, while nobody publishes. */
final class Backlog {

  /** One input per transaction, everything else as always. */
  private static final Bounds SINGLE =
      new Bounds(1, Bounds.DEFAULT.outgoing(), Bounds.DEFAULT.bytes(), Bounds.DEFAULT.time());

  /** How often the plain loops work a backlog off, so that they take about as long as a member. */
  private static final int LAPS = 5;

  private final Town town;
  private final Customer customer;
  private final CpuClock cpu;

  Backlog(Town town, Customer customer, CpuClock cpu) {
    this.town = town;
    this.customer = customer;
    this.cpu = cpu;
  }

  /** The bank's member works a backlog off that it alone has not seen. */
  Saturated messaging(Mode mode, int round, int warmUp, int events) {
    customer.deposit(warmUp + events);
    return member(mode, round, warmUp, events);
  }

  /** Both plain loops, then the member, work the same backlog off. */
  Map<Mode, Saturated> all(int round, int warmUp, int events) {
    Map<TopicPartition, Long> from = town.progress(Town.topic(TopicKind.COMMANDS)).offsets();
    customer.deposit(warmUp + events);
    Map<Mode, Saturated> results = new TreeMap<>();
    results.put(
        Mode.PLAIN_COPY, plain(Mode.PLAIN_COPY, Transform.COPY, from, round, warmUp, events));
    results.put(Mode.PLAIN, plain(Mode.PLAIN, Transform.DECIDE, from, round, warmUp, events));
    results.put(Mode.WEIRWORKS, member(Mode.WEIRWORKS, round, warmUp, events));
    return results;
  }

  private Saturated plain(
      Mode mode,
      Transform transform,
      Map<TopicPartition, Long> from,
      int round,
      int warmUp,
      int events) {
    Progress progress = town.progress(Town.PLAIN_EVENTS);
    long before = progress.records();
    int backlog = warmUp + events;
    try (PlainLoop _ = PlainLoop.startOver(transform, town, from, backlog)) {
      return measured(mode, round, progress, before + warmUp, LAPS * backlog - warmUp, () -> 0);
    }
  }

  private Saturated member(Mode mode, int round, int warmUp, int events) {
    Progress progress = town.progress(Town.topic(TopicKind.EVENTS));
    long before = progress.records();
    SimpleMeterRegistry registry = new SimpleMeterRegistry();
    Bounds bounds = mode == Mode.SINGLE ? SINGLE : Bounds.DEFAULT;
    try (Messaging _ = town.member(bounds, registry)) {
      return measured(
          mode,
          round,
          progress,
          before + warmUp,
          events,
          () -> registry.get("weirworks.messaging.transaction").timer().count());
    }
  }

  private Saturated measured(
      Mode mode, int round, Progress progress, long begin, int events, LongSupplier transactions) {
    Progress states = town.progress(Town.topic(TopicKind.STATE));
    Sighting begun = progress.await(begin);
    Map<String, Duration> cpuBefore = cpu.read();
    ServerCounters databaseBefore = ServerCounters.read(town.database());
    long transactionsBefore = transactions.getAsLong();
    long statesBefore = states.records();
    Sighting ended = progress.await(begin + events);
    return new Saturated(
        mode,
        round,
        ended.records() - begun.records(),
        (ended.nanoTime() - begun.nanoTime()) / 1e9,
        cpu.since(cpuBefore),
        transactions.getAsLong() - transactionsBefore,
        states.records() - statesBefore,
        ServerCounters.read(town.database()).since(databaseBefore),
        Machine.load());
  }
}
