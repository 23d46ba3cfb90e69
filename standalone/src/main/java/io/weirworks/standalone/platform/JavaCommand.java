package io.weirworks.standalone.platform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The command line of a JVM of ours; its class path goes by the environment. */
final class JavaCommand {

  /** Those of the build (root POM, {@code weirworks.jvm.flags}). */
  private static final List<String> FLAGS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dorg.apache.avro.SERIALIZABLE_PACKAGES=io.weirworks",
          "-Duser.timezone=UTC",
          "-XX:+UseSerialGC",
          "-XX:+ExitOnOutOfMemoryError");

  private JavaCommand() {}

  /**
   * @param heapMebibytes largest heap
   */
  static List<String> of(int heapMebibytes, String main, List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.add("-Xmx" + heapMebibytes + "m");
    command.add(main);
    command.addAll(arguments);
    return command;
  }
}
