package io.weirworks.standalone.command;

import io.weirworks.contract.scheduler.RunWorkflow;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a deployed workflow once. */
@Command(name = "run", description = "Run a deployed workflow once for one business date.")
final class RunCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;
  @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
  @Mixin private final FlowOptions flow = new FlowOptions();
  @Mixin private final ReplyOption replies = new ReplyOption();

  @Parameters(paramLabel = "WORKFLOW", description = "Name of the workflow.")
  private String workflow = "";

  @Option(
      names = "--bizdate",
      required = true,
      paramLabel = "D",
      description = "Business date, such as 2026-11-20.")
  private String bizdate = "";

  RunCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    RunWorkflow command =
        RunWorkflow.newBuilder()
            .setWorkspace(workspace.name())
            .setWorkflow(workflow)
            .setBizdate(FlowOptions.date("--bizdate", bizdate))
            .setParameters(flow.parameters())
            .build();
    return new Following(
            surroundings, platform.bootstrapServers(), replies, workspace.name(), workflow)
        .start(command, flow.waits());
  }
}
