package io.weirworks.standalone.command;

import io.weirworks.contract.scheduler.RunWorkflow;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
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

  @Option(
      names = "--node",
      paramLabel = "NODE",
      description = "Run this node alone, as a test, whatever its upstream.")
  private @Nullable String node;

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
            .setNode(node)
            .build();
    return new Following(
            surroundings, platform.bootstrapServers(), replies, workspace.name(), workflow)
        .start(command, flow.waits());
  }
}
