package io.weirworks.standalone.command;

import io.weirworks.contract.scheduler.StartBackfill;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a deployed workflow for a range of business dates. */
@Command(
    name = "backfill",
    description = "Run a deployed workflow for each of a range of business dates, both included.")
final class BackfillCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;
  @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
  @Mixin private final FlowOptions flow = new FlowOptions();
  @Mixin private final ReplyOption replies = new ReplyOption();

  @Parameters(paramLabel = "WORKFLOW", description = "Name of the workflow.")
  private String workflow = "";

  @Option(
      names = "--from",
      required = true,
      paramLabel = "D",
      description = "First business date, such as 2026-11-18.")
  private String from = "";

  @Option(names = "--to", required = true, paramLabel = "D", description = "Last business date.")
  private String to = "";

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "How many dates run at once, 1 to 10; default: ${DEFAULT-VALUE}.")
  private int parallel = 1;

  @Mixin private final BackfillChoice choice = new BackfillChoice();

  BackfillCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    StartBackfill.Builder command =
        StartBackfill.newBuilder()
            .setWorkspace(workspace.name())
            .setWorkflow(workflow)
            .setFromBizdate(FlowOptions.date("--from", from))
            .setToBizdate(FlowOptions.date("--to", to))
            .setParallelism(parallel)
            .setParameters(flow.parameters());
    choice.into(command);
    return new Following(
            surroundings, platform.bootstrapServers(), replies, workspace.name(), workflow)
        .start(command.build(), flow.waits());
  }
}
