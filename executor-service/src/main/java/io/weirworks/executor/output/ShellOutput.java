package io.weirworks.executor.output;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.weirworks.executor.runlog.SecretMask;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The output of a shell node: the last line of stdout that is not blank, split on commas
 * (dataworks-semantics 4.2).
 */
public final class ShellOutput {
  /** 2 MB; of a longer line its end is kept. */
  static final int MAX_BYTES = 2_000_000;

  private ShellOutput() {}

  /** Reads it from the end of the log, at most 2 MB of it, secrets masked. */
  public static OutputValue read(Path stdout, SecretMask mask) throws IOException {
    if (!Files.exists(stdout)) {
      return new OutputValue.None();
    }
    byte[] end;
    boolean cut;
    try (var file = new RandomAccessFile(stdout.toFile(), "r")) {
      cut = file.length() > MAX_BYTES;
      end = new byte[(int) Math.min(file.length(), MAX_BYTES)];
      file.seek(file.length() - end.length);
      file.readFully(end);
    }
    var text = new String(end, UTF_8).stripTrailing();
    var line = text.substring(Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1);
    boolean truncated = cut && line.length() == text.length();
    return line.isEmpty()
        ? new OutputValue.None()
        : new OutputValue.Elements(elements(mask.mask(line)), truncated);
  }

  /** The part before each comma is an element; {@code \,} is a comma in one. */
  static List<String> elements(String line) {
    var elements = new ArrayList<String>();
    var current = new StringBuilder();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && i + 1 < line.length() && line.charAt(i + 1) == ',') {
        current.append(',');
        i++;
      } else if (c == ',') {
        elements.add(current.toString());
        current.setLength(0);
      } else {
        current.append(c);
      }
    }
    elements.add(current.toString());
    return elements;
  }
}
