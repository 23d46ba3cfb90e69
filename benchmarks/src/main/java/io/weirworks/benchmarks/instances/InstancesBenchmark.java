package io.weirworks.benchmarks.instances;

import io.weirworks.benchmarks.measure.Machine;
import io.weirworks.benchmarks.measure.Progress;
import io.weirworks.benchmarks.measure.ServerCounters;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** Runs workloads one after the other; each ends by balancing its books, or has no result. */
final class InstancesBenchmark implements AutoCloseable {

  /** What the runner still tells after the last event: its state, acknowledgements. */
  private static final Duration SETTLING = Duration.ofMillis(1_500);

  private final House house;
  private final AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());
  private final Publisher publisher;
  private final Set<String> deployed = new HashSet<>();
  private int commands;

  InstancesBenchmark(House house) {
    this.house = house;
    this.publisher = new Publisher(house.bootstrap(), codec);
    publisher.tellWorkspace();
  }

  /** Returns when all that is asked is done; what is asked too early is refused, and no loss. */
  void awaitServices() {
    Workload first = Workload.named("chain-1", 1);
    deploy(first.shape());
    Progress events = house.progress(Service.SCHEDULER, TopicKind.EVENTS);
    long seen = -1;
    for (long now = 0; now == 0 || now != seen || now % first.schedulerEvents() != 0; ) {
      house.requireServices();
      if (now == 0) {
        publisher.run(first.shape(), "bench-" + System.nanoTime(), Instant.now());
      }
      pause(SETTLING);
      seen = now;
      now = events.records();
    }
  }

  private void deploy(Shape shape) {
    if (deployed.add(shape.id())) {
      publisher.deploy(shape);
      pause(SETTLING);
    }
  }

  Result run(Workload workload) {
    deploy(workload.shape());
    TopicSpan span = new TopicSpan(house, codec);
    Progress events = house.progress(Service.SCHEDULER, TopicKind.EVENTS);
    long before = events.records();
    ServerCounters databaseBefore = ServerCounters.read(house.database());
    Map<String, Duration> threadsBefore = house.threads().read();
    Map<String, Duration> cpuBefore = house.cpu().read();
    long begun = System.nanoTime();
    ask(workload, events, before);
    Progress.Sighting ended = events.await(before + workload.schedulerEvents());
    Map<String, Duration> cpu = house.cpu().since(cpuBefore);
    List<Map.Entry<String, Duration>> threads = house.threads().since(threadsBefore);
    ServerCounters database = ServerCounters.read(house.database()).since(databaseBefore);
    double load = Machine.load();
    pause(SETTLING);
    Journal journal = span.read();
    journal.balance(workload.workflowInstances(), workload.nodeInstances());
    return new Result(
        workload,
        (ended.nanoTime() - begun) / 1e9,
        cpu,
        threads,
        database,
        journal.records(),
        Split.of(workload.shape(), journal),
        load);
  }

  private void ask(Workload workload, Progress events, long before) {
    long eventsOfOne = workload.schedulerEvents() / workload.workflowInstances();
    Instant begin = Instant.now();
    for (int one = 0; one < workload.workflowInstances(); one++) {
      Instant intended = begin;
      if (workload.oneAtATime()) {
        events.await(before + one * eventsOfOne);
        intended = Instant.now();
      } else if (workload.perSecond() > 0) {
        long nanos = one * 1_000_000_000L * workload.shape().nodes() / workload.perSecond();
        intended = begin.plusNanos(nanos);
        pause(Duration.between(Instant.now(), intended));
      }
      publisher.run(workload.shape(), "bench-" + System.nanoTime() + "-" + commands++, intended);
    }
    publisher.flush();
  }

  private static void pause(Duration time) {
    if (time.isPositive()) {
      LockSupport.parkNanos(time.toNanos());
    }
  }

  @Override
  public void close() {
    publisher.close();
  }
}
