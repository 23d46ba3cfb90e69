package io.weirworks.registry.workflow.adapter;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.json.JsonMapper;
import io.micronaut.json.tree.JsonNode;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.contract.registry.DeployWorkflow;
import io.weirworks.contract.registry.UndeployWorkflow;
import io.weirworks.messaging.hosting.CommandGateway;
import io.weirworks.messaging.hosting.CommandOutcome;
import io.weirworks.registry.listing.adapter.Page;
import io.weirworks.registry.listing.adapter.Place;
import io.weirworks.registry.listing.adapter.Rows;
import io.weirworks.registry.workflow.WorkflowKind;
import io.weirworks.registry.workflow.WorkflowState.Deployed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Deployed workflows over HTTP. */
@Controller("/workflows")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WorkflowsController {

  private static final WorkflowTable TABLE = new WorkflowTable();

  private final Rows rows;
  private final CommandGateway gateway;
  private final JsonMapper json;

  WorkflowsController(Rows rows, CommandGateway gateway, JsonMapper json) {
    this.rows = rows;
    this.gateway = gateway;
    this.json = json;
  }

  /**
   * Workflows by workspace and name.
   *
   * @param workspace only those of the workspace of this name
   * @param kind only those of this kind
   * @param owner only those that this person answers for
   * @param after {@code next} of the page before
   * @param limit rows of the page, 1 to 500
   */
  @Get
  Page<WorkflowSummary> list(
      @QueryValue @Nullable String workspace,
      @QueryValue @Nullable WorkflowKind kind,
      @QueryValue @Nullable String owner,
      @QueryValue @Nullable String after,
      @QueryValue(defaultValue = Rows.PAGE) int limit)
      throws SQLException {
    Place place = Place.after(after);
    String wanted = kind == null ? null : kind.name();
    return rows.page(
        limit,
        summary -> Place.written(summary.workspace(), summary.name()),
        WorkflowSummary::read,
        WorkflowSummary.SELECT
            + " AND (? IS NULL OR workspace = ?) AND (? IS NULL OR kind = ?)"
            + " AND (? IS NULL OR owner = ?)"
            + " AND (? IS NULL OR workspace > ? OR (workspace = ? AND name > ?))"
            + " ORDER BY workspace, name LIMIT ?",
        workspace,
        workspace,
        wanted,
        wanted,
        owner,
        owner,
        place.workspace(),
        place.workspace(),
        place.workspace(),
        place.name());
  }

  /** The workflow of this id with its definition. */
  @Get("/{id}")
  Optional<WorkflowView> one(String id) throws SQLException {
    return rows.one(this::view, WorkflowTable.SELECT + " AND id = ?", id);
  }

  /** The FlowSpec document that the version in force was made from, in its canonical form. */
  @Get("/{id}/specification")
  Optional<String> specification(String id) throws SQLException {
    return rows.one(
        row -> row.getString("specification"), WorkflowTable.SELECT + " AND id = ?", id);
  }

  /**
   * Deploys a workflow, its first or its next version (command {@code DeployWorkflow}).
   *
   * @param actor who asks
   * @param key idempotency key: the same again has no second effect
   */
  @Post
  CompletableFuture<HttpResponse<CommandOutcome>> deploy(
      @Body NewDeployment deployment,
      @Header(name = "X-Weirworks-Actor", defaultValue = "user:anonymous") String actor,
      @Header("Idempotency-Key") @Nullable String key) {
    DeployWorkflow command = deployment.command();
    return gateway.ask(command, command.getWorkspace(), command.getWorkspace(), actor, key);
  }

  /**
   * Takes a workflow out of force (command {@code UndeployWorkflow}); 404 where none of this id is.
   *
   * @param comment why, for the history
   * @param actor who asks
   * @param key idempotency key: the same again has no second effect
   */
  @Delete("/{id}")
  CompletableFuture<HttpResponse<CommandOutcome>> undeploy(
      String id,
      @QueryValue @Nullable String comment,
      @Header(name = "X-Weirworks-Actor", defaultValue = "user:anonymous") String actor,
      @Header("Idempotency-Key") @Nullable String key)
      throws SQLException {
    return rows.one(WorkflowSummary::read, WorkflowSummary.SELECT + " AND id = ?", id)
        .map(
            workflow -> {
              UndeployWorkflow command =
                  UndeployWorkflow.newBuilder()
                      .setWorkspace(workflow.workspace())
                      .setWorkflow(workflow.name())
                      .setComment(comment)
                      .build();
              return gateway.ask(command, workflow.workspace(), workflow.workspace(), actor, key);
            })
        .orElseGet(() -> CompletableFuture.completedFuture(HttpResponse.notFound()));
  }

  private WorkflowView view(ResultSet row) throws SQLException {
    Deployed workflow = TABLE.read(row);
    try {
      return new WorkflowView(
          json.readValue(
              WorkflowRecords.definition(workflow).toString(), Argument.of(JsonNode.class)),
          workflow.deployedAt(),
          row.getLong("sequence"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
