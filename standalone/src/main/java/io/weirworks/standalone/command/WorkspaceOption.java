package io.weirworks.standalone.command;

import picocli.CommandLine.Option;

/** Which workspace is meant. */
final class WorkspaceOption {

  @Option(
      names = "--workspace",
      paramLabel = "NAME",
      description = "Name of the workspace; default: ${DEFAULT-VALUE}.")
  private String workspace = "default";

  String name() {
    return workspace;
  }
}
