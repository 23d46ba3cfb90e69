package io.weirworks.standalone.command;

import io.weirworks.contract.scheduler.CancelInstance;
import io.weirworks.schemas.Service;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Stops what has not ended. */
@Command(name = "cancel", description = "Stop a node instance, a workflow instance or a backfill.")
final class CancelCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;
  @Mixin private final ReplyOption replies = new ReplyOption();

  @Parameters(paramLabel = "INSTANCE", description = "Its id.")
  private String instance = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the history.")
  private @Nullable String reason;

  CancelCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    CancelInstance command =
        CancelInstance.newBuilder().setInstanceId(instance).setReason(reason).build();
    return new Publishing(surroundings, platform.bootstrapServers(), replies)
            .publish(Service.SCHEDULER, command)
            .isPresent()
        ? 0
        : 1;
  }
}
