package io.weirworks.standalone.command;

import io.weirworks.contract.registry.UndeployWorkflow;
import io.weirworks.schemas.Service;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Takes a workflow out of force. */
@Command(
    name = "undeploy",
    description =
        "Take a deployed workflow out of force: instances that there are stay, no more are generated.")
final class UndeployCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;
  @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
  @Mixin private final ReplyOption replies = new ReplyOption();

  @Parameters(paramLabel = "WORKFLOW", description = "Name of the workflow.")
  private String workflow = "";

  @Option(names = "--comment", paramLabel = "TEXT", description = "Why, for the history.")
  private @Nullable String comment;

  UndeployCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    UndeployWorkflow command =
        UndeployWorkflow.newBuilder()
            .setWorkspace(workspace.name())
            .setWorkflow(workflow)
            .setComment(comment)
            .build();
    return new Publishing(surroundings, platform.bootstrapServers(), replies)
            .publish(Service.REGISTRY, command)
            .isPresent()
        ? 0
        : 1;
  }
}
