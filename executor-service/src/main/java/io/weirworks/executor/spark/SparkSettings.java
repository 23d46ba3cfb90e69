package io.weirworks.executor.spark;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How Spark runs on this host.
 *
 * @param java the program that runs it: JDK 17, or 25.0.3 or newer (engines.md 1.3)
 * @param runtime what {@link SparkRuntime#placeInto} returned
 * @param metastore e.g. {@code thrift://127.0.0.1:9083}
 * @param warehouse directory of the managed tables
 * @param cores of the local master, from 1
 * @param lineage what listens to jobs for lineage; empty: nothing does
 */
public record SparkSettings(
    Path java,
    SparkHome home,
    Path runtime,
    URI metastore,
    Path warehouse,
    int cores,
    JvmProfile profile,
    Optional<LineageHook> lineage) {
  /** How the JVM of a child is tuned. */
  public enum JvmProfile {
    /**
     * First compiler and serial collector only: half the CPU for jobs of seconds (engines.md 1.4).
     */
    SHORT_JOBS,
    LONG_JOBS;

    public List<String> flags() {
      return switch (this) {
        case SHORT_JOBS -> List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");
        case LONG_JOBS -> List.of();
      };
    }
  }
}
