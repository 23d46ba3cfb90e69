package io.weirworks.messaging.hosting;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.weirworks.messaging.shard.Messaging;
import io.weirworks.messaging.storage.CommandMemoryTable;
import io.weirworks.messaging.storage.Transactions;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** The outcome of any command of the last 8 days, whoever published it. */
@Controller("/commands")
@Requires(beans = Messaging.class)
@ExecuteOn(TaskExecutors.BLOCKING)
@Tag(name = "command")
final class CommandsController {

  private final DataSource database;

  CommandsController(DataSource database) {
    this.database = database;
  }

  /**
   * How a command was decided, or that it waits; 404 where none of this id came within 8 days.
   *
   * @param id the command's {@code ce_id}, or the idempotency key of an HTTP write
   */
  @Get("/{id}")
  Optional<CommandOutcome> outcome(String id) throws SQLException {
    return Transactions.read(database, c -> CommandMemoryTable.find(c, id)).map(CommandOutcome::of);
  }
}
