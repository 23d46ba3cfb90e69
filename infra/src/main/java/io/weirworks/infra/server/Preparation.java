package io.weirworks.infra.server;

import io.weirworks.infra.InfraException;
import io.weirworks.infra.process.LogTail;
import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * A program that ends by itself and prepares a server's folder, such as a formatter or an
 * installer.
 */
public final class Preparation {

  private static final int LIMIT_SECONDS = 120;

  private Preparation() {}

  /**
   * Runs it to its end, its output into the folder's log.
   *
   * @throws InfraException {@code SERVER_NOT_INSTALLED} with the end of the log, when it fails or
   *     takes too long
   */
  public static void run(
      ServerFolder folder, List<String> command, Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.path().toFile())
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
    builder.environment().putAll(environment);
    try {
      Process process = builder.start();
      if (!process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw failed(folder, command, "took more than " + LIMIT_SECONDS + " s");
      }
      if (process.exitValue() != 0) {
        throw failed(folder, command, "ended with " + process.exitValue());
      }
    } catch (IOException e) {
      throw failed(folder, command, "could not be run: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CancellationException("interrupted while preparing " + folder.path());
    }
  }

  private static InfraException failed(ServerFolder folder, List<String> command, String how) {
    return new InfraException(
        InfraException.Code.SERVER_NOT_INSTALLED,
        "%s %s; the end of the log %s:%n%s"
            .formatted(command.getFirst(), how, folder.log(), LogTail.of(folder.log())));
  }
}
