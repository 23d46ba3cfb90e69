package io.weirworks.infra.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * What a Docker engine says of itself.
 *
 * @param inTime whether it answered within a second
 * @param images the images that it has, as {@code name:tag}
 */
record EngineAnswer(boolean inTime, Set<String> images) {

  static final EngineAnswer NONE = new EngineAnswer(false, Set.of());
  private static final long LIMIT_MILLIS = 1_000;

  /** Asks the engine that the docker command finds. */
  static EngineAnswer ask() {
    try {
      Process docker =
          new ProcessBuilder("docker", "images", "--format", "{{.Repository}}:{{.Tag}}")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      if (!docker.waitFor(LIMIT_MILLIS, TimeUnit.MILLISECONDS)) {
        docker.destroyForcibly();
        return NONE;
      }
      String output = new String(docker.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return docker.exitValue() == 0
          ? new EngineAnswer(true, Set.copyOf(output.lines().distinct().toList()))
          : NONE;
    } catch (IOException noSuchCommand) {
      return NONE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NONE;
    }
  }
}
