package io.weirworks.benchmarks.sql;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;

/** sqllineage over every tenth case: it needs some 40 ms for each. */
final class SqllineageBaseline {

  private SqllineageBaseline() {}

  /** The row of the table. */
  static String row(Path python, Path cases) throws IOException, InterruptedException {
    Path script = Files.createTempFile("sqllineage", ".py");
    try (InputStream text =
        Objects.requireNonNull(
            SqllineageBaseline.class.getResourceAsStream("sqllineage_baseline.py"))) {
      Files.copy(text, script, StandardCopyOption.REPLACE_EXISTING);
      Process process =
          new ProcessBuilder(python.toString(), script.toString(), cases.toString())
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String row = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new IOException(python + " cannot run sqllineage");
      }
      return row;
    } finally {
      Files.delete(script);
    }
  }
}
