package io.weirworks.scheduler.schedule.adapter;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.scheduler.adapter.Listing;
import io.weirworks.scheduler.adapter.Page;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Schedules, each as the contract's WorkflowScheduleState. */
@Controller("/schedules")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WorkflowScheduleController {

  private final Listing<WorkflowScheduleRow> listing;

  WorkflowScheduleController(DataSource database) {
    this.listing = new Listing<>(database, WorkflowScheduleKind.WORKFLOW_SCHEDULE);
  }

  /**
   * Lists schedules, newest first.
   *
   * @param workflow name of a workflow
   * @param size items of a page, 1 to 500
   * @param after what the page before gave as next
   */
  @Get
  Page list(
      @QueryValue @Nullable String workflow,
      @QueryValue(defaultValue = "100") int size,
      @QueryValue @Nullable String after) {
    Map<String, @Nullable String> filters = Listing.filters();
    filters.put("workflow", workflow);
    return listing.page(filters, size, after);
  }

  /** One schedule. */
  @Get("/{id}")
  Optional<Map<String, @Nullable Object>> one(String id) {
    return listing.one(id);
  }
}
