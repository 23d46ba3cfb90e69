package io.weirworks.infra.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Starts a process over the folder that it is given and halts without a last word. */
final class DyingStarter {

  private DyingStarter() {}

  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[0]);
    ManagedProcess.start(
        new Launch(
            List.of("sleep", "300"),
            Map.of(),
            folder,
            folder.resolve("log"),
            folder.resolve("pid")));
    Runtime.getRuntime().halt(137);
  }
}
