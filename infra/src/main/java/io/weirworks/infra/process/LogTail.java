package io.weirworks.infra.process;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The end of a log file, for error messages. */
public final class LogTail {

  private static final int BYTES = 4096;

  private LogTail() {}

  /** At most the last 4 KiB, from the start of a line; a remark where the file cannot be read. */
  public static String of(Path log) {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      long from = Math.max(0, file.length() - BYTES);
      byte[] tail = new byte[(int) (file.length() - from)];
      file.seek(from);
      file.readFully(tail);
      String text = new String(tail, StandardCharsets.UTF_8);
      return from == 0 ? text : text.substring(text.indexOf('\n') + 1);
    } catch (IOException e) {
      return "(no log: " + e.getMessage() + ")";
    }
  }
}
