package io.weirworks.standalone.command;

import io.weirworks.messaging.client.Reply;
import io.weirworks.standalone.asking.Asking;
import io.weirworks.standalone.asking.ReplyText;
import io.weirworks.standalone.contractjson.CommandType;
import io.weirworks.standalone.contractjson.CommandTypes;
import io.weirworks.standalone.contractjson.JsonToAvro;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Publishes any outside command of the contract and prints its reply. */
@Command(
    name = "send",
    description = {
      "Publish a command of the contract and print its reply; ends with 1 when it is rejected.",
      "Example: send CreateWorkspace '{\"name\": \"default\"}'"
    })
final class SendCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;
  @Mixin private final ReplyOption replies = new ReplyOption();

  @Parameters(
      index = "0",
      paramLabel = "COMMAND-TYPE",
      description = "Full or short name, such as RunWorkflow.")
  private String type = "";

  @Parameters(
      index = "1",
      paramLabel = "JSON",
      description = "Its fields; those with a default may be missing.")
  private String json = "";

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "Idempotency key: the same one again has no second effect.")
  private @Nullable String id;

  SendCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    CommandType command = CommandTypes.ofContract().find(type);
    SpecificRecord value = JsonToAvro.record(command.schema(), json);
    try (Asking asking =
        Asking.of(platform.bootstrapServers(), command.service(), replies.patience())) {
      Reply reply = asking.ask(value, Optional.ofNullable(id));
      if (replies.json()) {
        surroundings.print(ReplyText.json(reply));
      } else {
        surroundings.print(ReplyText.line(reply));
      }
      return reply instanceof Reply.Accepted ? 0 : 1;
    }
  }
}
