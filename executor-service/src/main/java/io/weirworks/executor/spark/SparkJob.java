package io.weirworks.executor.spark;

import io.weirworks.executor.engine.RunPaths;
import java.util.List;

/**
 * What SparkSubmit is to run.
 *
 * @param options of SparkSubmit that are no settings, e.g. {@code --class X}
 * @param resource jar, script, or {@code spark-internal} for a class of the class path
 * @param arguments of the program
 */
public record SparkJob(List<String> options, String resource, List<String> arguments) {
  /** A SQL script by our own main class. */
  public static SparkJob sql(String script, RunPaths paths) {
    return new SparkJob(
        List.of("--class", "io.weirworks.spark.SqlNodeMain"),
        "spark-internal",
        List.of(script, paths.side().toString()));
  }
}
