package io.weirworks.standalone.command;

import io.weirworks.messaging.client.Reply;
import io.weirworks.schemas.Service;
import io.weirworks.standalone.StandaloneException;
import io.weirworks.standalone.asking.Asking;
import io.weirworks.standalone.asking.ReplyText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which node instances an operator means, and why he does what he does to them. */
final class OperationOption {

  private static final int MOST = 100;

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;
  @Mixin private final ReplyOption replies = new ReplyOption();

  @Parameters(
      paramLabel = "INSTANCE",
      arity = "1..*",
      description = "Ids of node instances, at most 100.")
  private List<String> instances = new ArrayList<>();

  @Option(names = "--comment", paramLabel = "TEXT", description = "Why, for the operation log.")
  private @Nullable String comment;

  OperationOption(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Nullable String comment() {
    return comment;
  }

  /**
   * Publishes a command for each instance and prints each reply.
   *
   * @return 0 where all were accepted, else 1
   */
  int ask(Function<String, SpecificRecord> command) {
    if (instances.size() > MOST) {
      throw new StandaloneException(
          StandaloneException.Code.WRONG_ARGUMENT,
          "%d instances are named; at most %d at once".formatted(instances.size(), MOST));
    }
    boolean all = true;
    try (Asking asking =
        Asking.of(platform.bootstrapServers(), Service.SCHEDULER, replies.patience())) {
      for (String instance : instances) {
        Reply reply = asking.ask(command.apply(instance), Optional.empty());
        if (replies.json()) {
          surroundings.print(ReplyText.json(reply).put("instanceId", instance));
        } else {
          surroundings.print(instance + ": " + ReplyText.line(reply));
        }
        all &= reply instanceof Reply.Accepted;
      }
    }
    return all ? 0 : 1;
  }
}
