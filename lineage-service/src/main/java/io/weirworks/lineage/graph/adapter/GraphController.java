package io.weirworks.lineage.graph.adapter;

import io.micronaut.context.annotation.Property;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.graph.GraphSummary;
import io.weirworks.schemas.AvroCodec;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.Semaphore;

/** The graph as a whole: how large it is, how far it has read, whether the events give the same. */
@Controller("/lineage/graph")
@ExecuteOn(TaskExecutors.BLOCKING)
final class GraphController {

  private final LiveGraph live;
  private final String bootstrapServers;
  private final AvroCodec codec;
  private final Semaphore rebuilds = new Semaphore(1);

  GraphController(
      LiveGraph live,
      @Property(name = "kafka.bootstrap.servers") String bootstrapServers,
      AvroCodec codec) {
    this.live = live;
    this.bootstrapServers = bootstrapServers;
    this.codec = codec;
  }

  /**
   * A graph.
   *
   * @param datasets that current edges name
   * @param columns that current edges name
   * @param tableEdges current edges between datasets, each once for each writer and version
   * @param columnEdges current edges between columns, each once for each writer and version
   * @param hash 16 hex digits; the same for the same edges, writers and confirmations, in whatever
   *     order they came
   * @param positions next offset of weirworks.lineage.events by partition
   * @param behind records that are there and not read
   */
  @Serdeable
  record GraphView(
      int datasets,
      int columns,
      long tableEdges,
      long columnEdges,
      String hash,
      Map<Integer, Long> positions,
      long behind) {

    static GraphView of(GraphSummary summary, LiveGraph.Progress progress) {
      return new GraphView(
          summary.datasets(),
          summary.columns(),
          summary.tableEdges(),
          summary.columnEdges(),
          HexFormat.of().toHexDigits(summary.hash()),
          progress.positions(),
          progress.behind());
    }
  }

  /** The graph that reads are answered from. */
  @Get
  GraphView graph() {
    return GraphView.of(live.graph().summary(), live.progress());
  }

  /**
   * The graph that the events give, folded from their beginning until now: takes as long as they
   * are many, and holds all datasets with their words in memory. One at a time, else 409 {@code
   * Busy}.
   */
  @Get("/rebuilt")
  GraphView rebuilt() {
    if (!rebuilds.tryAcquire()) {
      throw RefusedReadException.busy();
    }
    try (UpdateEvents events = new UpdateEvents(bootstrapServers, codec)) {
      FoldedEvents folded = new FoldedEvents();
      events.fromBeginning();
      events.readToEnd(folded::add);
      return GraphView.of(folded.graph().summary(), events.progress());
    } finally {
      rebuilds.release();
    }
  }
}
