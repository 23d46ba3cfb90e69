package io.weirworks.registry.computingresource.adapter;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.weirworks.contract.registry.RegisterComputingResource;
import io.weirworks.messaging.hosting.CommandGateway;
import io.weirworks.messaging.hosting.CommandOutcome;
import io.weirworks.registry.computingresource.ComputingResourceType;
import io.weirworks.registry.listing.adapter.Page;
import io.weirworks.registry.listing.adapter.Place;
import io.weirworks.registry.listing.adapter.Rows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Computing resources over HTTP. */
@Controller("/computing-resources")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ComputingResourcesController {

  private static final String SELECT =
      "SELECT id, sequence, workspace, workspace_id, name, type, registered_at"
          + " FROM computing_resource WHERE removed = 0";

  private static final ComputingResourceTable TABLE = new ComputingResourceTable();

  private final Rows rows;
  private final CommandGateway gateway;

  ComputingResourcesController(Rows rows, CommandGateway gateway) {
    this.rows = rows;
    this.gateway = gateway;
  }

  /**
   * Computing resources by workspace and name.
   *
   * @param workspace only those of the workspace of this name
   * @param type only those of this type
   * @param after {@code next} of the page before
   * @param limit rows of the page, 1 to 500
   */
  @Get
  Page<ComputingResourceView> list(
      @QueryValue @Nullable String workspace,
      @QueryValue @Nullable ComputingResourceType type,
      @QueryValue @Nullable String after,
      @QueryValue(defaultValue = Rows.PAGE) int limit)
      throws SQLException {
    Place place = Place.after(after);
    String wanted = type == null ? null : type.name();
    return rows.page(
        limit,
        view -> Place.written(view.workspace(), view.name()),
        ComputingResourcesController::view,
        SELECT
            + " AND (? IS NULL OR workspace = ?) AND (? IS NULL OR type = ?)"
            + " AND (? IS NULL OR workspace > ? OR (workspace = ? AND name > ?))"
            + " ORDER BY workspace, name LIMIT ?",
        workspace,
        workspace,
        wanted,
        wanted,
        place.workspace(),
        place.workspace(),
        place.workspace(),
        place.name());
  }

  /** The computing resource of this id. */
  @Get("/{id}")
  Optional<ComputingResourceView> one(String id) throws SQLException {
    return rows.one(ComputingResourcesController::view, SELECT + " AND id = ?", id);
  }

  /**
   * Registers a computing resource (command {@code RegisterComputingResource}).
   *
   * @param actor who asks
   * @param key idempotency key: the same again has no second effect
   */
  @Post
  CompletableFuture<HttpResponse<CommandOutcome>> register(
      @Body NewComputingResource resource,
      @Header(name = "X-Weirworks-Actor", defaultValue = "user:anonymous") String actor,
      @Header("Idempotency-Key") @Nullable String key) {
    RegisterComputingResource command = resource.command();
    return gateway.ask(command, command.getWorkspace(), command.getWorkspace(), actor, key);
  }

  private static ComputingResourceView view(ResultSet row) throws SQLException {
    return ComputingResourceView.of(TABLE.read(row), row.getLong("sequence"));
  }
}
