package io.weirworks.standalone.command;

import io.weirworks.contract.scheduler.PauseBackfill;
import io.weirworks.schemas.Service;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets a backfill begin no further dates. */
@Command(name = "pause", description = "Let a backfill begin no further dates for now.")
final class PauseCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;
  @Mixin private final ReplyOption replies = new ReplyOption();

  @Parameters(paramLabel = "BACKFILL", description = "Its id.")
  private String backfill = "";

  @Option(names = "--reason", paramLabel = "TEXT", description = "Why, for the history.")
  private @Nullable String reason;

  PauseCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    return new Publishing(surroundings, platform.bootstrapServers(), replies)
            .publish(Service.SCHEDULER, new PauseBackfill(backfill, reason))
            .isPresent()
        ? 0
        : 1;
  }
}
