package io.weirworks.standalone.command;

import io.weirworks.standalone.platform.Platform;
import io.weirworks.standalone.runlog.RunLogs;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what a node instance's runs wrote. */
@Command(name = "logs", description = "Print the log of a node instance, all its attempts.")
final class LogsCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;

  @Parameters(paramLabel = "INSTANCE", description = "Id of the node instance.")
  private String instance = "";

  @Option(names = "--follow", description = "Go on until the instance has ended.")
  private boolean follow;

  LogsCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    Platform running = platform.platform();
    try (RunLogs logs = new RunLogs(running.bootstrapServers(), instance, surroundings.out())) {
      logs.print(follow, running.settings().clockOffset());
    }
    return 0;
  }
}
