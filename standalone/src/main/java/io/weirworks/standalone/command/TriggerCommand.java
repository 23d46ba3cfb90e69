package io.weirworks.standalone.command;

import io.weirworks.contract.scheduler.TriggerNode;
import io.weirworks.schemas.Service;
import io.weirworks.standalone.simulate.WallTime;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Gives an HTTP trigger node its signal. */
@Command(
    name = "trigger",
    description =
        "Tell an HTTP trigger node that one of its instances may go on; a signal that comes before its turn counts for 24 hours.")
final class TriggerCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;
  @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
  @Mixin private final ReplyOption replies = new ReplyOption();

  @Parameters(index = "0", paramLabel = "WORKFLOW", description = "Name of the workflow.")
  private String workflow = "";

  @Parameters(index = "1", paramLabel = "NODE", description = "Name of the node.")
  private String node = "";

  @Option(
      names = "--time",
      required = true,
      paramLabel = "T",
      description =
          "Scheduled time of the instance, such as 2026-03-10T02:30 or, with an offset, 2026-03-10T02:30:00+08:00.")
  private String time = "";

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Zone of a time without offset; default: ${DEFAULT-VALUE}.")
  private String zone = "UTC";

  @Option(
      names = "--bizdate",
      paramLabel = "D",
      description = "Business date of the instance; default: the day before its scheduled time.")
  private @Nullable String bizdate;

  TriggerCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    TriggerNode command =
        TriggerNode.newBuilder()
            .setWorkspace(workspace.name())
            .setWorkflow(workflow)
            .setNode(node)
            .setScheduledTime(WallTime.parse("--time", time, WallTime.zone("--zone", zone)))
            .setBizdate(bizdate == null ? null : FlowOptions.date("--bizdate", bizdate))
            .build();
    return new Publishing(surroundings, platform.bootstrapServers(), replies)
            .publish(Service.SCHEDULER, command)
            .isPresent()
        ? 0
        : 1;
  }
}
