package io.weirworks.benchmarks.bank;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.weirworks.benchmarks.bank.PlainLoop.Transform;
import io.weirworks.benchmarks.bank.Saturated.Mode;
import io.weirworks.benchmarks.measure.CpuClock;
import io.weirworks.infra.broker.Broker;
import io.weirworks.infra.database.Database;
import io.weirworks.messaging.shard.Bounds;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.schemas.TopicKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The unit: one command from outside consumed, decided, its row written and remembered, one event
 * published; no reply asked but where replies are measured; state coalesced.
 */
public final class MessagingBenchmark {

  /**
   * What one run showed.
   *
   * @param idle the plain baseline first
   */
  public record Result(List<Saturated> saturated, List<Idle> idle, List<Storage> storage) {}

  private final Broker broker;
  private final Database database;
  private final CpuClock cpu;
  private final Sizes sizes;
  private final Consumer<String> progress;

  /**
   * @param progress told what is done, for people
   */
  public MessagingBenchmark(
      Broker broker, Database database, CpuClock cpu, Sizes sizes, Consumer<String> progress) {
    this.broker = broker;
    this.database = database;
    this.cpu = cpu;
    this.sizes = sizes;
    this.progress = progress;
  }

  /** Runs everything against topics made anew and this schema, which must be empty. */
  public Result run(String schema) {
    try (Town town = new Town(broker, database, schema, sizes.shards());
        Customer customer = new Customer(town, sizes.accounts())) {
      open(town, customer);
      List<Saturated> saturated = saturated(town, customer);
      List<Idle> idle = idle(town, customer);
      Ledgers.check(town, customer);
      return new Result(saturated, idle, Storage.of(town));
    }
  }

  private void open(Town town, Customer customer) {
    try (Messaging _ = town.member(Bounds.DEFAULT, new SimpleMeterRegistry())) {
      customer.openAccounts();
      town.progress(Town.topic(TopicKind.EVENTS)).await(sizes.accounts());
    }
    progress.accept(sizes.accounts() + " accounts opened");
  }

  /** The first round, 0, only lets the compiler see the code that is measured. */
  private List<Saturated> saturated(Town town, Customer customer) {
    Backlog backlog = new Backlog(town, customer, cpu);
    List<Saturated> all = new ArrayList<>();
    for (int round = 0; round <= sizes.rounds(); round++) {
      List<Saturated> modes =
          new ArrayList<>(backlog.all(round, sizes.warmUp(), sizes.events()).values());
      modes.add(backlog.messaging(Mode.SINGLE, round, sizes.singles() / 10, sizes.singles()));
      modes.forEach(this::tell);
      if (round > 0) {
        all.addAll(modes);
      }
    }
    return all;
  }

  private void tell(Saturated one) {
    progress.accept(
        "round %d, %s: %,.0f events/s, %.1f µs CPU per event"
            .formatted(one.round(), one.mode().title(), one.perSecond(), one.cpuMicros()));
  }

  private List<Idle> idle(Town town, Customer customer) {
    String events = Town.topic(TopicKind.EVENTS);
    String replies = Town.topic(TopicKind.REPLIES);
    List<Idle> all = new ArrayList<>();
    try (Messaging _ = town.member(Bounds.DEFAULT, new SimpleMeterRegistry())) {
      town.progress(events).await(customer.commands());
      all.addAll(
          new IdleWorkload(town, customer, cpu, sizes)
              .run(true, Map.of(events, "command → event", replies, "command → reply")));
    }
    try (PlainLoop _ = PlainLoop.start(Transform.DECIDE, town)) {
      all.addAll(
          0,
          new IdleWorkload(town, customer, cpu, sizes)
              .run(false, Map.of(Town.PLAIN_EVENTS, Mode.PLAIN.title())));
    }
    progress.accept("idle latencies measured");
    return all;
  }
}
