package io.weirworks.executor.runlog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Gives back the disk under the middle of a very long log while the child goes on writing to its
 * end (field-failures R47): a hole keeps all offsets, which renaming or truncating would not.
 */
public final class LogTrim {
  /** Kept beside the hole, so that masking sees what stands around its edges. */
  private static final long MARGIN = 64 << 10;

  private LogTrim() {}

  /**
   * Makes the hole as large as the limits allow.
   *
   * @return whether there was something to give back and the file system did it
   */
  public static boolean trim(Path file, LogLimits limits) throws IOException, InterruptedException {
    long from = limits.head() + MARGIN;
    long length = Files.size(file) - limits.tail() - MARGIN - from;
    if (length <= 0) {
      return false;
    }
    var command =
        List.of(
            "fallocate",
            "--punch-hole",
            "--offset",
            Long.toString(from),
            "--length",
            Long.toString(length),
            file.toString());
    var process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor() == 0;
  }
}
