package io.weirworks.infra.broker;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How the broker's JVM is started.
 *
 * @param classPath where Kafka's server jars and this module lie, absolute, separated by {@link
 *     File#pathSeparator}
 * @param jvmFlags flags of its JVM
 * @param properties broker properties above those of {@link BrokerProperties}
 */
public record BrokerSettings(
    String classPath, List<String> jvmFlags, Map<String, String> properties) {

  private static final List<String> FLAGS =
      List.of(
          "-Xmx512m",
          "-XX:+UseSerialGC",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow");

  public BrokerSettings {
    jvmFlags = List.copyOf(jvmFlags);
    properties = Map.copyOf(properties);
  }

  /** The class path of the running JVM, 512 MiB of heap. */
  public static BrokerSettings standard() {
    String classPath =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .map(entry -> Path.of(entry).toAbsolutePath().toString())
            .collect(Collectors.joining(File.pathSeparator));
    return new BrokerSettings(classPath, FLAGS, Map.of());
  }

  /**
   * For tests: the first compiler only, which starts in about half the time (platform 2) and runs
   * slower.
   */
  public BrokerSettings quickToStart() {
    List<String> flags = new ArrayList<>(jvmFlags);
    flags.add("-XX:TieredStopAtLevel=1");
    return new BrokerSettings(classPath, flags, properties);
  }

  public BrokerSettings withProperty(String key, String value) {
    Map<String, String> more = new HashMap<>(properties);
    more.put(key, value);
    return new BrokerSettings(classPath, jvmFlags, more);
  }
}
