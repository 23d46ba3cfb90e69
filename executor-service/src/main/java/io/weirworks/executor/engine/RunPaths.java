package io.weirworks.executor.engine;

import java.nio.file.Path;

/**
 * Where a child of this host keeps the files of one run; all absolute.
 *
 * @param side directory for {@code statements.jsonl}, {@code output.json}, {@code progress.json}
 *     and what openlineage-spark says
 * @param temporary removed with the run
 */
public record RunPaths(Path side, Path temporary) {
  public Path progress() {
    return side.resolve("progress.json");
  }

  public Path statements() {
    return side.resolve("statements.jsonl");
  }

  public Path output() {
    return side.resolve("output.json");
  }

  /** The OpenLineage events of a Spark application, one a line. */
  public Path openLineage() {
    return side.resolve("openlineage.jsonl");
  }

  /** What became of listening for them; not there where nobody listened. */
  public Path lineageAccount() {
    return side.resolve("lineage.json");
  }

  public Path stdout() {
    return side.resolve("stdout.log");
  }

  public Path stderr() {
    return side.resolve("stderr.log");
  }
}
