package io.weirworks.executor.runlog;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Turns the bytes of a stream, as they come, into lines. {@code \n}, {@code \r\n} and a lone {@code
 * \r} end a line: a progress bar that redraws itself is a line each time. A line longer than 64 KiB
 * is cut.
 */
public final class LogLines {
  private static final int LONGEST = 64 * 1024;

  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private boolean afterCarriageReturn;

  /** The lines that these bytes complete. */
  public List<String> accept(ByteBuffer bytes) {
    var lines = new ArrayList<String>();
    var rest = bytes.duplicate();
    while (rest.hasRemaining()) {
      byte b = rest.get();
      boolean secondHalf = b == '\n' && afterCarriageReturn;
      afterCarriageReturn = b == '\r';
      if (secondHalf) {
        continue;
      }
      if (b == '\n' || b == '\r') {
        lines.add(take());
      } else {
        line.write(b);
        if (line.size() >= LONGEST) {
          lines.add(take());
        }
      }
    }
    return lines;
  }

  /** What is left when the stream has ended without a line end: one line or none. */
  public List<String> end() {
    return line.size() == 0 ? List.of() : List.of(take());
  }

  private String take() {
    var text = line.toString(UTF_8);
    line.reset();
    return text;
  }
}
