package io.weirworks.standalone.command;

import io.weirworks.contract.scheduler.ResumeBackfill;
import io.weirworks.schemas.Service;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Lets a paused backfill go on. */
@Command(name = "resume", description = "Let a paused backfill go on with its next date.")
final class ResumeCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;
  @Mixin private final ReplyOption replies = new ReplyOption();

  @Parameters(paramLabel = "BACKFILL", description = "Its id.")
  private String backfill = "";

  ResumeCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    return new Publishing(surroundings, platform.bootstrapServers(), replies)
            .publish(Service.SCHEDULER, new ResumeBackfill(backfill))
            .isPresent()
        ? 0
        : 1;
  }
}
