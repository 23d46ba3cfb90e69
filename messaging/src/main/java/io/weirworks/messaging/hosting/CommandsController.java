package io.weirworks.messaging.hosting;

import io.micronaut.context.annotation.Requires;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
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
final class CommandsController {

  private final DataSource database;

  CommandsController(DataSource database) {
    this.database = database;
  }

  @Get("/{id}")
  Optional<CommandOutcome> outcome(String id) throws SQLException {
    return Transactions.read(database, c -> CommandMemoryTable.find(c, id)).map(CommandOutcome::of);
  }
}
