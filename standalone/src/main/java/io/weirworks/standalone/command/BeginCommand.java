package io.weirworks.standalone.command;

import io.weirworks.contract.scheduler.BeginBackfill;
import io.weirworks.schemas.Service;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Starts a planned backfill. */
@Command(name = "begin", description = "Begin a planned backfill.")
final class BeginCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;
  @Mixin private final ReplyOption replies = new ReplyOption();

  @Parameters(paramLabel = "BACKFILL", description = "Its id.")
  private String backfill = "";

  @Option(
      names = "--plan-hash",
      required = true,
      paramLabel = "HASH",
      description = "The hash of its plan, as BackfillStarted told it.")
  private String planHash = "";

  BeginCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    return new Publishing(surroundings, platform.bootstrapServers(), replies)
            .publish(Service.SCHEDULER, new BeginBackfill(backfill, planHash))
            .isPresent()
        ? 0
        : 1;
  }
}
