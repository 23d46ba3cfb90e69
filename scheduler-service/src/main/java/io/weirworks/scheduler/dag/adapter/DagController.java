package io.weirworks.scheduler.dag.adapter;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.scheduler.adapter.HttpInput;
import io.weirworks.scheduler.adapter.Listing;
import io.weirworks.scheduler.dag.GraphWindow;
import io.weirworks.scheduler.workflow.adapter.DeployedWorkflow;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The graph of a workflow instance, a part at a time (dataworks-semantics 5.4). */
@Controller("/workflow-instances")
@ExecuteOn(TaskExecutors.BLOCKING)
final class DagController {

  private static final int MOST_LEVELS = 1_000;

  private final StoredDag stored;

  DagController(StoredDag stored) {
    this.stored = stored;
  }

  /**
   * Node instances around one of them, level by level.
   *
   * @param node id or name of a node, or id of its node instance; none: from the nodes without
   *     upstream on, and {@code up} means nothing
   * @param up levels before it, 0 to 1,000
   * @param down levels behind it, 0 to 1,000
   * @param size items of a page, 1 to 500
   * @param after what the page before gave as next
   */
  @Get("/{id}/dag")
  Optional<DagPage> dag(
      String id,
      @QueryValue @Nullable String node,
      @QueryValue(defaultValue = "1") int up,
      @QueryValue(defaultValue = "1") int down,
      @QueryValue(defaultValue = "100") int size,
      @QueryValue(defaultValue = "0") int after) {
    within("up", up, 0, MOST_LEVELS);
    within("down", down, 0, MOST_LEVELS);
    within("size", size, 1, Listing.MAX_SIZE);
    within("after", after, 0, Integer.MAX_VALUE);
    return stored
        .workflowOf(id)
        .map(
            workflow ->
                stored.page(id, workflow, window(id, workflow, node, up, down), after, size));
  }

  private static void within(String field, int value, int least, int most) {
    if (value < least || value > most) {
      throw HttpInput.bad(
          "%s is %d; it lies between %d and %d".formatted(field, value, least, most));
    }
  }

  private static GraphWindow window(
      String id, DeployedWorkflow workflow, @Nullable String node, int up, int down) {
    return node == null
        ? GraphWindow.fromStart(workflow.graph(), down)
        : GraphWindow.around(workflow.graph(), StoredDag.index(id, workflow, node), up, down);
  }
}
