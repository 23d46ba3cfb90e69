package io.weirworks.lineage.impact.adapter;

import io.micronaut.context.annotation.Context;
import io.weirworks.contract.lineage.RecordImpact;
import io.weirworks.lineage.graph.LineageGraph;
import io.weirworks.lineage.graph.adapter.LiveGraph;
import io.weirworks.lineage.internal.adapter.InternalCommands;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Assesses what is due on a thread of its own, since that goes over millions of edges, and tells
 * the deciding thread what it found by {@code RecordImpact}. A member assesses what its own
 * transactions made due at once, and what others left lying for five seconds: they ended, or do not
 * hold the graph yet. Twice does no harm, the first record of an impact counts.
 */
@Context
final class ImpactAssessor {

  private static final Logger LOG = LoggerFactory.getLogger(ImpactAssessor.class);
  private static final Duration LOOK = Duration.ofSeconds(5);
  private static final String ROOM = "impact";

  private final ImpactBell bell;
  private final DueImpactRows rows;
  private final LiveGraph live;
  private final Impacts impacts;
  private final InternalCommands commands;
  private final DueRounds rounds = new DueRounds(LOOK);
  private final Set<String> sent = ConcurrentHashMap.newKeySet();
  private final Thread thread;

  ImpactAssessor(
      ImpactBell bell,
      DueImpactRows rows,
      LiveGraph live,
      Impacts impacts,
      InternalCommands commands) {
    this.bell = bell;
    this.rows = rows;
    this.live = live;
    this.impacts = impacts;
    this.commands = commands;
    this.thread = Thread.ofPlatform().daemon().name("lineage-impact").start(this::run);
  }

  private void run() {
    while (!Thread.currentThread().isInterrupted()) {
      try {
        rounds.madeHere(bell.await(LOOK));
        Optional<LineageGraph> graph = live.loaded();
        if (graph.isPresent()) {
          round(graph.get());
        }
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
      } catch (RuntimeException e) {
        LOG.warn("due impacts cannot be read and are looked for again: {}", e.toString());
      }
    }
  }

  private void round(LineageGraph graph) {
    Set<String> turn = rounds.turn(rows.ids(), System.nanoTime());
    sent.retainAll(rounds.known());
    for (String id : turn) {
      if (!sent.contains(id) && !Thread.currentThread().isInterrupted()) {
        try {
          rows.find(id).ifPresent(due -> assess(graph, due));
        } catch (RuntimeException e) {
          LOG.warn("impact {} cannot be assessed and is tried again", id, e);
        }
      }
    }
  }

  private void assess(LineageGraph graph, DueImpact due) {
    String id = due.subject().id();
    RecordImpact command = ImpactRecords.command(impacts.assessed(graph, due));
    sent.add(id);
    Future<?> _ =
        commands
            .send(ROOM, due.subject().orderingKey(), command, due.trail())
            .whenComplete(
                (done, error) -> {
                  if (error != null) {
                    sent.remove(id);
                    LOG.warn("impact {} was not taken by the broker: {}", id, error.toString());
                  }
                });
  }

  /** Before what it stands on goes. */
  @PreDestroy
  void stop() throws InterruptedException {
    thread.interrupt();
    thread.join(Duration.ofSeconds(2));
  }
}
