package io.weirworks.scheduler.baseline.adapter;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.contract.scheduler.BaselineKind;
import io.weirworks.contract.scheduler.BaselineTaskName;
import io.weirworks.contract.scheduler.DefineBaseline;
import io.weirworks.contract.scheduler.RemoveBaseline;
import io.weirworks.messaging.hosting.CommandBody;
import io.weirworks.messaging.hosting.CommandOutcome;
import io.weirworks.scheduler.adapter.Asking;
import io.weirworks.scheduler.adapter.HttpInput;
import io.weirworks.scheduler.adapter.Listing;
import io.weirworks.scheduler.adapter.Page;
import io.weirworks.scheduler.baseline.Baseline;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Baselines, each as the contract's BaselineState. */
@Controller("/baselines")
@ExecuteOn(TaskExecutors.BLOCKING)
final class BaselineController {

  private static final int MARGIN = 30;

  private final Listing<Baseline> listing;
  private final Asking asking;

  BaselineController(DataSource database, Asking asking) {
    this.listing =
        new Listing<>(database, io.weirworks.scheduler.baseline.adapter.BaselineKind.BASELINE);
    this.asking = asking;
  }

  /**
   * Lists baselines, the latest defined first.
   *
   * @param workspace name of a workspace
   * @param name of a baseline
   * @param size items of a page, 1 to 500
   * @param after what the page before gave as next
   */
  @Get
  Page list(
      @QueryValue @Nullable String workspace,
      @QueryValue @Nullable String name,
      @QueryValue(defaultValue = "100") int size,
      @QueryValue @Nullable String after) {
    Map<String, @Nullable String> filters = Listing.filters();
    filters.put("workspace", workspace);
    filters.put("name", name);
    return listing.page(filters, size, after);
  }

  /** One baseline. */
  @Get("/{id}")
  Optional<Map<String, @Nullable Object>> one(String id) {
    return listing.one(id);
  }

  /**
   * A task.
   *
   * @param node null: all nodes of the workflow
   */
  @Serdeable
  record Task(@Nullable String workflow, @Nullable String node) {}

  /**
   * A baseline; the contract's DefineBaseline.
   *
   * @param kind DAY or HOUR; null: DAY
   * @param priority 1, 3, 5, 7 or 8; null: 1
   * @param committedTimes HH:mm from 00:00 to 47:59; one, or one for each cycle of an hour baseline
   * @param alertMarginMinutes null: 30
   */
  @Serdeable
  record NewBaseline(
      @Nullable String workspace,
      @Nullable String name,
      @Nullable String kind,
      @Nullable List<Task> tasks,
      @Nullable Integer priority,
      @Nullable List<String> committedTimes,
      @Nullable Integer alertMarginMinutes) {}

  /** Defines a baseline, or the one of this name anew. */
  @Post
  CompletableFuture<HttpResponse<CommandOutcome>> define(
      @Body NewBaseline wanted, HttpHeaders headers) {
    String workspace = CommandBody.required("workspace", wanted.workspace());
    String name = CommandBody.required("name", wanted.name());
    String kind =
        HttpInput.name("kind", wanted.kind() == null ? "DAY" : wanted.kind(), BaselineKind.class);
    DefineBaseline command =
        DefineBaseline.newBuilder()
            .setWorkspace(workspace)
            .setName(name)
            .setKind(BaselineKind.valueOf(kind))
            .setTasks(tasks(wanted))
            .setPriority(wanted.priority() == null ? 1 : wanted.priority())
            .setCommittedTimes(
                wanted.committedTimes() == null ? List.of() : wanted.committedTimes())
            .setAlertMarginMinutes(
                wanted.alertMarginMinutes() == null ? MARGIN : wanted.alertMarginMinutes())
            .build();
    return asking.ask(command, name, workspace, headers);
  }

  private static List<BaselineTaskName> tasks(NewBaseline wanted) {
    return wanted.tasks() == null
        ? List.of()
        : wanted.tasks().stream()
            .map(
                task ->
                    new BaselineTaskName(
                        CommandBody.required("tasks.workflow", task.workflow()), task.node()))
            .toList();
  }

  /** Removes a baseline. */
  @Delete("/{id}")
  CompletableFuture<HttpResponse<CommandOutcome>> remove(String id, HttpHeaders headers) {
    return asking.ask(new RemoveBaseline(id), id, null, headers);
  }
}
