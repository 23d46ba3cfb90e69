package io.weirworks.executor.lineage;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** Goes through a file line by line, in memory for one line, and stops at the limits. */
final class EventLines {
  private final LineageLimits limits;
  private final Consumer<String> each;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean tooLong;
  private int lines;
  private int dropped;

  private EventLines(LineageLimits limits, Consumer<String> each) {
    this.limits = limits;
    this.each = each;
  }

  /**
   * Hands over each line that is not too long.
   *
   * @return the lines that were too long; all beyond the limits of the file are one
   */
  static int read(Path file, LineageLimits limits, Consumer<String> each) throws IOException {
    EventLines reading = new EventLines(limits, each);
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
      reading.read(in);
    } catch (NoSuchFileException _) {
      return 0;
    }
    return reading.dropped;
  }

  private void read(InputStream in) throws IOException {
    long left = limits.fileBytes();
    for (int next = in.read(); next >= 0; next = in.read()) {
      if (left-- == 0 || lines == limits.lines()) {
        dropped++;
        return;
      }
      take(next);
    }
    end();
  }

  private void take(int next) {
    if (next == '\n') {
      end();
    } else if (line.size() == limits.eventBytes()) {
      tooLong = true;
    } else {
      line.write(next);
    }
  }

  private void end() {
    if (tooLong) {
      dropped++;
    } else if (line.size() > 0) {
      each.accept(line.toString(UTF_8));
    }
    lines++;
    tooLong = false;
    line.reset();
  }
}
