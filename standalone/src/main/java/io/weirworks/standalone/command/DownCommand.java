package io.weirworks.standalone.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops everything that {@code up} started. */
@Command(name = "down", description = "Stop the platform; its data stays.")
final class DownCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;

  DownCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    platform.platform().down(surroundings::print);
    return 0;
  }
}
