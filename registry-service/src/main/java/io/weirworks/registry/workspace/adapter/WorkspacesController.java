package io.weirworks.registry.workspace.adapter;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.contract.registry.CreateWorkspace;
import io.weirworks.messaging.hosting.CommandGateway;
import io.weirworks.messaging.hosting.CommandOutcome;
import io.weirworks.registry.listing.adapter.Page;
import io.weirworks.registry.listing.adapter.Rows;
import io.weirworks.registry.workspace.WorkspaceMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Workspaces over HTTP. */
@Controller("/workspaces")
@ExecuteOn(TaskExecutors.BLOCKING)
final class WorkspacesController {

  private static final String SELECT =
      "SELECT id, sequence, name, display_name, description, mode, time_zone, created_at"
          + " FROM workspace WHERE removed = 0";

  private static final WorkspaceTable TABLE = new WorkspaceTable();

  private final Rows rows;
  private final CommandGateway gateway;

  WorkspacesController(Rows rows, CommandGateway gateway) {
    this.rows = rows;
    this.gateway = gateway;
  }

  /**
   * Workspaces by name.
   *
   * @param mode only those of this mode
   * @param after {@code next} of the page before
   * @param limit rows of the page, 1 to 500
   */
  @Get
  Page<WorkspaceView> list(
      @QueryValue @Nullable WorkspaceMode mode,
      @QueryValue @Nullable String after,
      @QueryValue(defaultValue = Rows.PAGE) int limit)
      throws SQLException {
    String wanted = mode == null ? null : mode.name();
    return rows.page(
        limit,
        WorkspaceView::name,
        WorkspacesController::view,
        SELECT + " AND (? IS NULL OR mode = ?) AND (? IS NULL OR name > ?) ORDER BY name LIMIT ?",
        wanted,
        wanted,
        after,
        after);
  }

  /** The workspace of this name. */
  @Get("/{name}")
  Optional<WorkspaceView> one(String name) throws SQLException {
    return rows.one(
        WorkspacesController::view, SELECT + " AND id = ?", WorkspaceSubjectKind.id(name));
  }

  /**
   * Makes a workspace (command {@code CreateWorkspace}).
   *
   * @param actor who asks
   * @param key idempotency key: the same again has no second effect
   */
  @Post
  CompletableFuture<HttpResponse<CommandOutcome>> create(
      @Body NewWorkspace workspace,
      @Header(name = "X-Weirworks-Actor", defaultValue = "user:anonymous") String actor,
      @Header("Idempotency-Key") @Nullable String key) {
    CreateWorkspace command = workspace.command();
    return gateway.ask(command, command.getName(), command.getName(), actor, key);
  }

  private static WorkspaceView view(ResultSet row) throws SQLException {
    return WorkspaceView.of(TABLE.read(row), row.getLong("sequence"));
  }
}
