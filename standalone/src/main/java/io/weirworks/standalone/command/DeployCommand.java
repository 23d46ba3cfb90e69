package io.weirworks.standalone.command;

import io.weirworks.contract.registry.DeployWorkflow;
import io.weirworks.schemas.Service;
import io.weirworks.standalone.StandaloneException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Deploys workflows from FlowSpec files. */
@Command(
    name = "deploy",
    description = "Deploy workflows; ends with 1 when one of them is rejected.")
final class DeployCommand implements Callable<Integer> {

  private final Surroundings surroundings;
  @Mixin private final PlatformOption platform;
  @Mixin private final WorkspaceOption workspace = new WorkspaceOption();
  @Mixin private final ReplyOption replies = new ReplyOption();

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "FlowSpec documents, JSON or YAML, each with one workflow or node.")
  private List<Path> files = new ArrayList<>();

  @Option(names = "--comment", paramLabel = "TEXT", description = "Why, for the history.")
  private @Nullable String comment;

  DeployCommand(Surroundings surroundings) {
    this.surroundings = surroundings;
    this.platform = new PlatformOption(surroundings);
  }

  @Override
  public Integer call() {
    List<DeployWorkflow> commands = files.stream().map(this::command).toList();
    Publishing publishing = new Publishing(surroundings, platform.bootstrapServers(), replies);
    int rejected = 0;
    for (int i = 0; i < commands.size(); i++) {
      Path file = files.get(i);
      boolean accepted =
          publishing
              .publish(Service.REGISTRY, commands.get(i), line -> file + ": " + line)
              .isPresent();
      rejected += accepted ? 0 : 1;
    }
    return rejected == 0 ? 0 : 1;
  }

  private DeployWorkflow command(Path file) {
    try {
      return DeployWorkflow.newBuilder()
          .setWorkspace(workspace.name())
          .setSpec(Files.readString(file))
          .setComment(comment)
          .build();
    } catch (IOException e) {
      throw new StandaloneException(
          StandaloneException.Code.FILE, "cannot read " + file + " as UTF-8 text: " + e, e);
    }
  }
}
