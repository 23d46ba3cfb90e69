package io.weirworks.scheduler.instance.adapter;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.scheduler.adapter.HttpInput;
import io.weirworks.scheduler.adapter.Listing;
import io.weirworks.scheduler.adapter.Page;
import io.weirworks.scheduler.instance.InstanceStatus;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Node instances, each as the contract's NodeInstanceState. */
@Controller("/node-instances")
@ExecuteOn(TaskExecutors.BLOCKING)
final class NodeInstanceController {

  private final Listing<NodeInstanceRow> listing;

  NodeInstanceController(DataSource database) {
    this.listing = new Listing<>(database, NodeInstanceKind.NODE_INSTANCE);
  }

  /**
   * Lists node instances, newest first.
   *
   * @param workflowInstance id of a workflow instance
   * @param workflow name of a workflow
   * @param bizdate business date, yyyy-MM-dd
   * @param status NOT_RUN, WAIT_TIME, WAIT_RESOURCE, RUNNING, FAILURE or SUCCESS
   * @param size items of a page, 1 to 500
   * @param after what the page before gave as next
   */
  @Get
  Page list(
      @QueryValue @Nullable String workflowInstance,
      @QueryValue @Nullable String workflow,
      @QueryValue @Nullable String bizdate,
      @QueryValue @Nullable String status,
      @QueryValue(defaultValue = "100") int size,
      @QueryValue @Nullable String after) {
    Map<String, @Nullable String> filters = Listing.filters();
    filters.put("workflow_instance_id", workflowInstance);
    filters.put("workflow", workflow);
    filters.put("bizdate", bizdate);
    filters.put("status", HttpInput.filter("status", status, InstanceStatus.class));
    return listing.page(filters, size, after);
  }

  /** One node instance. */
  @Get("/{id}")
  Optional<Map<String, @Nullable Object>> one(String id) {
    return listing.one(id);
  }
}
