package io.weirworks.lineage.graph.adapter;

import io.micronaut.context.annotation.Property;
import io.weirworks.lineage.graph.LineageGraph;
import io.weirworks.lineage.table.adapter.TableUpdateRecords;
import io.weirworks.schemas.AvroCodec;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Folds the events from their beginning until now, a reader for each processor: all events of a
 * dataset lie on one partition, so that readers of different partitions share nothing.
 */
@Singleton
class Rebuild {

  private static final int MOST_READERS = 8;

  private record Part(FoldedEvents events, LiveGraph.Progress progress) {}

  private final String bootstrapServers;
  private final AvroCodec codec;

  Rebuild(@Property(name = "kafka.bootstrap.servers") String bootstrapServers, AvroCodec codec) {
    this.bootstrapServers = bootstrapServers;
    this.codec = codec;
  }

  GraphView now() {
    List<Part> parts = parts(Math.min(Runtime.getRuntime().availableProcessors(), MOST_READERS));
    LineageGraph graph = new LineageGraph();
    parts.forEach(part -> part.events.into(graph));
    LiveGraph.Progress progress =
        parts.stream().map(Part::progress).reduce(LiveGraph.Progress::and).orElseThrow();
    return GraphView.of(graph.summary(), progress);
  }

  private List<Part> parts(int readers) {
    try (ExecutorService threads = Executors.newFixedThreadPool(readers)) {
      List<Future<Part>> folding = new ArrayList<>();
      for (int place = 0; place < readers; place++) {
        int mine = place;
        folding.add(threads.submit(() -> fold(mine, readers)));
      }
      List<Part> parts = new ArrayList<>();
      for (Future<Part> part : folding) {
        parts.add(part.get());
      }
      return parts;
    } catch (ExecutionException e) {
      throw new CompletionException("the events cannot be folded", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the events are folded", e);
    }
  }

  private Part fold(int place, int readers) {
    try (UpdateEvents events = new UpdateEvents(bootstrapServers, codec, place, readers)) {
      FoldedEvents folded = new FoldedEvents();
      events.fromBeginning();
      events.readToEnd(event -> folded.add(TableUpdateRecords.domain(event)));
      return new Part(folded, events.progress());
    }
  }
}
