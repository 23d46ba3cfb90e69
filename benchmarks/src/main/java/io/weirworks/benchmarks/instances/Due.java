package io.weirworks.benchmarks.instances;

import io.weirworks.benchmarks.measure.Latencies;
import io.weirworks.benchmarks.measure.Progress;
import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Many instances that become due in the same minute: cycle workflows of no-op nodes that wait for
 * nothing but their time, made before it comes.
 *
 * @param workflows how many
 * @param nodes of each, side by side
 */
record Due(int workflows, int nodes) {

  /** What the scheduler has at least to make them all, on a busy machine too. */
  private static final Duration MAKING = Duration.ofSeconds(40);

  private static final Duration QUIET = Duration.ofSeconds(3);

  /**
   * What was seen.
   *
   * @param due the moment
   * @param sinceDue by what happened to a node instance, how long after that moment
   * @param seconds from that moment to the last event
   * @param cpu by process, from a little before that moment on
   */
  record Met(
      Instant due, Map<String, Latencies> sinceDue, double seconds, Map<String, Duration> cpu) {}

  /**
   * Makes them, waits and balances the books.
   *
   * @throws IllegalStateException where they were not made in time, or one is missing
   */
  Met run(House house, Publisher publisher) {
    TopicSpan span = new TopicSpan(house, new AvroCodec(SchemaCatalogue.contract()));
    Progress events = house.progress(Service.SCHEDULER, TopicKind.EVENTS);
    Instant due = Instant.now().plus(MAKING).truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
    deploy(publisher, due);
    long made = events.await(events.records() + workflows * (nodes + 1L)).records();
    Night.awaitQuiet(events);
    made = Math.max(made, events.records());
    if (!Instant.now().isBefore(due)) {
      throw new IllegalStateException("the instances were not made before they were due");
    }
    pause(Duration.between(Instant.now(), due).minus(QUIET));
    Map<String, Duration> before = house.cpu().read();
    pause(Duration.between(Instant.now(), due));
    long begun = System.nanoTime();
    Progress.Sighting ended = events.await(made + workflows * (2L * nodes + 1));
    Map<String, Duration> cpu = house.cpu().since(before);
    pause(QUIET);
    Journal journal = span.read();
    journal.balance(workflows, workflows * nodes);
    return new Met(due, sinceDue(due, journal), (ended.nanoTime() - begun) / 1e9, cpu);
  }

  private void deploy(Publisher publisher, Instant due) {
    var at = due.atOffset(ZoneOffset.UTC);
    String cron = "0 %d %d * * ?".formatted(at.getMinute(), at.getHour());
    List<NodeDefinition> side = IntStream.range(0, nodes).mapToObj(Due::node).toList();
    for (int number = 0; number < workflows; number++) {
      new Cycle("due-" + number, cron, side).deploy(publisher, due.minus(1, ChronoUnit.DAYS));
    }
    publisher.flush();
  }

  private static NodeDefinition node(int index) {
    return NodeDefinition.newBuilder()
        .setId("n" + index)
        .setName("n" + index)
        .setCommand("EMR_SHELL")
        .setScript("true")
        .setComputeUnitsMilli(1)
        .setUpstreams(List.of())
        .build();
  }

  private static Map<String, Latencies> sinceDue(Instant due, Journal journal) {
    Map<String, Latencies> all = new LinkedHashMap<>();
    all.put("dispatched", since(due, journal, life -> life.dispatched));
    all.put("RunQueued decided", since(due, journal, life -> life.queued));
    all.put("in a runner's hands", since(due, journal, Life::claimed));
    all.put("started", since(due, journal, Life::ended));
    all.put("RunSucceeded decided", since(due, journal, Life::runEnded));
    return all;
  }

  private static Latencies since(
      Instant due, Journal journal, Function<Life, @Nullable Instant> moment) {
    return new Latencies(
        journal.lives().stream().map(life -> Life.between(due, moment.apply(life))).toList());
  }

  private static void pause(Duration time) {
    if (time.isPositive()) {
      LockSupport.parkNanos(time.toNanos());
    }
  }
}
