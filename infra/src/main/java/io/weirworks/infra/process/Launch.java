package io.weirworks.infra.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What to start and where its traces go.
 *
 * @param command program and arguments; everybody on the machine can read them, so no secrets
 * @param environment added to ours
 * @param directory working directory, exists
 * @param log takes standard output and error, appended; its folder exists
 * @param pidFile takes the identity; its folder exists
 */
public record Launch(
    List<String> command, Map<String, String> environment, Path directory, Path log, Path pidFile) {

  public Launch {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }
}
