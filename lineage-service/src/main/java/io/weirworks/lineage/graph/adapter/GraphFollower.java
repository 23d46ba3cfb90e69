package io.weirworks.lineage.graph.adapter;

import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.weirworks.lineage.graph.LineageGraph;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.schemas.AvroCodec;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the graph: notes where the events end, loads the rows, follows the events from there. An
 * event says whose row changed; it is told after that row was committed, so the row that is read
 * then is at least as new, and reading it twice does no harm. Where anything fails the follower
 * says so and begins anew, from the rows.
 */
@Context
final class GraphFollower {

  private static final Logger LOG = LoggerFactory.getLogger(GraphFollower.class);
  private static final Duration LEAST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final String bootstrapServers;
  private final AvroCodec codec;
  private final GraphRows rows;
  private final LiveGraph live;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Thread thread;

  /**
   * @param messaging has made the topics
   */
  GraphFollower(
      @Property(name = "kafka.bootstrap.servers") String bootstrapServers,
      @SuppressWarnings("unused") Messaging messaging,
      AvroCodec codec,
      GraphRows rows,
      LiveGraph live) {
    this.bootstrapServers = bootstrapServers;
    this.codec = codec;
    this.rows = rows;
    this.live = live;
    this.thread = Thread.ofPlatform().daemon().name("lineage-graph").start(this::run);
  }

  private void run() {
    Duration pause = LEAST_PAUSE;
    while (!isStopping(Duration.ZERO)) {
      try (UpdateEvents events = new UpdateEvents(bootstrapServers, codec)) {
        LineageGraph graph = loaded(events);
        pause = LEAST_PAUSE;
        live.follows(graph);
        while (!isStopping(Duration.ZERO)) {
          Set<String> told = new LinkedHashSet<>();
          events.read(event -> told.add(event.getDataset().getId()));
          rows.refresh(graph, told);
          live.hasRead(events.progress());
        }
      } catch (RuntimeException e) {
        if (!isStopping(Duration.ZERO)) { // what it stands on goes while it reads
          live.failed("the graph begins anew: " + e);
          LOG.warn("the graph cannot follow the events and begins anew in {}", pause, e);
          pause = isStopping(pause) ? pause : longer(pause);
        }
      }
    }
  }

  private LineageGraph loaded(UpdateEvents events) {
    long begun = System.nanoTime();
    events.fromEnd();
    LineageGraph graph = new LineageGraph();
    rows.load(graph);
    LOG.info("graph loaded in {} ms", TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun));
    return graph;
  }

  private static Duration longer(Duration pause) {
    Duration twice = pause.multipliedBy(2);
    return twice.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : twice;
  }

  private boolean isStopping(Duration patience) {
    try {
      return stopping.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @PreDestroy
  void stop() throws InterruptedException {
    stopping.countDown();
    thread.join(Duration.ofSeconds(2));
  }
}
