package io.weirworks.lineage.graph.adapter;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.concurrent.Semaphore;

/** The graph as a whole: how large it is, how far it has read, whether the events give the same. */
@Controller("/lineage/graph")
@ExecuteOn(TaskExecutors.BLOCKING)
final class GraphController {

  private final LiveGraph live;
  private final Rebuild rebuild;
  private final Semaphore rebuilds = new Semaphore(1);

  GraphController(LiveGraph live, Rebuild rebuild) {
    this.live = live;
    this.rebuild = rebuild;
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
    try {
      return rebuild.now();
    } finally {
      rebuilds.release();
    }
  }
}
