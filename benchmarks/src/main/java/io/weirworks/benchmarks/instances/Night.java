package io.weirworks.benchmarks.instances;

import io.weirworks.benchmarks.measure.Progress;
import io.weirworks.contract.registry.NodeDefinition;
import io.weirworks.contract.scheduler.InstancesGenerated;
import io.weirworks.contract.scheduler.NodeInstanceCreated;
import io.weirworks.contract.scheduler.WorkflowInstanceCreated;
import io.weirworks.messaging.wire.ArrivedRecord;
import io.weirworks.messaging.wire.Reading;
import io.weirworks.messaging.wire.RecordReader;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * The making of a day's instances: workflows that are due each minute were deployed yesterday and
 * nobody was there in the night, so that the scheduler makes, when it reads of them, whatever of
 * today is still to come. Nothing of it runs but what becomes due meanwhile.
 *
 * @param workflows how many
 * @param nodes of each; zero-load, one after the other
 */
record Night(int workflows, int nodes) {

  private static final Duration QUIET = Duration.ofSeconds(3);

  /**
   * What was made.
   *
   * @param seconds from the first deployment to the last event
   * @param cpu by process, for all of it
   */
  record Made(
      long workflowInstances, long nodeInstances, double seconds, Map<String, Duration> cpu) {}

  /**
   * Makes it and balances the books.
   *
   * @throws IllegalStateException where an instance is missing or was made twice
   */
  Made run(House house, Publisher publisher) {
    AvroCodec codec = new AvroCodec(SchemaCatalogue.contract());
    TopicSpan span = new TopicSpan(house, codec);
    Map<String, Duration> before = house.cpu().read();
    long begun = System.nanoTime();
    Instant yesterday = Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS);
    List<NodeDefinition> chain = IntStream.range(0, nodes).mapToObj(Night::node).toList();
    for (int number = 0; number < workflows; number++) {
      new Cycle("night-" + number, "00 * * * * ?", chain).deploy(publisher, yesterday);
    }
    publisher.flush();
    long ended = awaitQuiet(house.progress(Service.SCHEDULER, TopicKind.EVENTS));
    Map<String, Duration> cpu = house.cpu().since(before);
    Books books = new Books(new RecordReader(codec));
    span.read(Service.SCHEDULER, TopicKind.EVENTS, books::take);
    books.balance(workflows, nodes);
    return new Made(books.flows.size(), books.nodeInstances.size(), (ended - begun) / 1e9, cpu);
  }

  /** When the last event came, once none has come for a while. */
  static long awaitQuiet(Progress events) {
    long last = System.nanoTime();
    for (long seen = events.records(); System.nanoTime() - last < QUIET.toNanos(); ) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      long now = events.records();
      if (now != seen) {
        seen = now;
        last = System.nanoTime();
      }
    }
    return last;
  }

  /** What was told of the night. */
  private static final class Books {
    private final RecordReader reader;
    private final Set<String> flows = new HashSet<>();
    private final Set<String> nodeInstances = new HashSet<>();
    private long repeated;
    private long generated;
    private long nights;

    Books(RecordReader reader) {
      this.reader = reader;
    }

    void take(ArrivedRecord record) {
      if (reader.read(record) instanceof Reading.Understood(var _, var value)) {
        switch (value) {
          case InstancesGenerated it -> {
            generated += it.getWorkflowInstances();
            nights++;
          }
          case WorkflowInstanceCreated it ->
              repeated += flows.add(it.getWorkflowInstanceId()) ? 0 : 1;
          case NodeInstanceCreated it ->
              repeated += nodeInstances.add(it.getNodeInstanceId()) ? 0 : 1;
          default -> {
            // what becomes due meanwhile runs
          }
        }
      }
    }

    void balance(int workflows, int nodes) {
      boolean whole =
          nights == workflows
              && flows.size() == generated
              && nodeInstances.size() == generated * nodes
              && repeated == 0;
      if (!whole) {
        throw new IllegalStateException(
            "the books do not balance: %d nights of %d, %d of %d workflow instances, %d node instances, %d made twice"
                .formatted(
                    nights, workflows, flows.size(), generated, nodeInstances.size(), repeated));
      }
    }
  }

  private static NodeDefinition node(int index) {
    return NodeDefinition.newBuilder()
        .setId("n" + index)
        .setName("n" + index)
        .setCommand("VIRTUAL")
        .setScript("")
        .setUpstreams(index == 0 ? List.of() : List.of("n" + (index - 1)))
        .build();
  }
}
