package io.weirworks.standalone.command;

import io.weirworks.standalone.platform.DataFolder;
import io.weirworks.standalone.platform.Platform;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which platform is meant. */
final class PlatformOption {

  private final Surroundings surroundings;

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "Data folder of the platform; default: .weirworks beside the launcher.")
  private @Nullable Path data;

  PlatformOption(Surroundings surroundings) {
    this.surroundings = surroundings;
  }

  DataFolder dataFolder() {
    return new DataFolder(data == null ? surroundings.home().resolve(".weirworks") : data);
  }

  /** To be added to a command that means the same platform: empty, or a blank and the option. */
  String asTyped() {
    return data == null ? "" : " --data " + data;
  }

  Platform platform() {
    return new Platform(dataFolder(), surroundings.programs(), surroundings.environment());
  }

  /** Of the platform that is up. */
  String bootstrapServers() {
    return platform().bootstrapServers();
  }
}
