package io.weirworks.scheduler.baseline.adapter;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.scheduler.adapter.HttpInput;
import io.weirworks.scheduler.adapter.Listing;
import io.weirworks.scheduler.adapter.Page;
import io.weirworks.scheduler.baseline.BaselineFinish;
import io.weirworks.scheduler.baseline.BaselineInstance;
import io.weirworks.scheduler.baseline.BaselineStatus;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * What baselines watch, each as the contract's BaselineInstanceState: prediction, margin, key path
 * and troubled tasks.
 */
@Controller("/baseline-instances")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BaselineInstanceController {

  private final Listing<BaselineInstance> listing;

  BaselineInstanceController(DataSource database) {
    this.listing = new Listing<>(database, BaselineInstanceKind.BASELINE_INSTANCE);
  }

  /**
   * Lists instances of baselines, newest first.
   *
   * @param bizdate business date, yyyy-MM-dd
   * @param baseline id of a baseline
   * @param status ABNORMAL, SAFE, WARNING or OVERTIME
   * @param finish UNFINISHED, IN_TIME or LATE
   * @param size items of a page, 1 to 500
   * @param after what the page before gave as next
   */
  @Get
  Page list(
      @QueryValue @Nullable String bizdate,
      @QueryValue @Nullable String baseline,
      @QueryValue @Nullable String status,
      @QueryValue @Nullable String finish,
      @QueryValue(defaultValue = "100") int size,
      @QueryValue @Nullable String after) {
    Map<String, @Nullable String> filters = Listing.filters();
    filters.put("baseline_id", baseline);
    filters.put("bizdate", bizdate);
    filters.put("status", HttpInput.filter("status", status, BaselineStatus.class));
    filters.put("finish", HttpInput.filter("finish", finish, BaselineFinish.class));
    return listing.page(filters, size, after);
  }

  /** One of them. */
  @Get("/{id}")
  Optional<Map<String, @Nullable Object>> one(String id) {
    return listing.one(id);
  }
}
