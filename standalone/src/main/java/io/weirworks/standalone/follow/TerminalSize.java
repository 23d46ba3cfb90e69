package io.weirworks.standalone.follow;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How much a terminal shows; what is drawn over itself must not be more. */
public record TerminalSize(int rows, int columns) {

  private static final Pattern ANSWER = Pattern.compile("(\\d+) (\\d+)");
  private static final TerminalSize USUAL = new TerminalSize(24, 80);

  /** As the terminal says, or the usual 24 rows of 80. */
  public static TerminalSize read() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      Matcher answer =
          ANSWER.matcher(new String(stty.getInputStream().readAllBytes(), UTF_8).strip());
      if (answer.matches()) {
        int rows = Integer.parseInt(answer.group(1));
        int columns = Integer.parseInt(answer.group(2));
        return rows > 1 && columns > 1 ? new TerminalSize(rows, columns) : USUAL;
      }
    } catch (IOException noTerminal) {
      return USUAL;
    }
    return USUAL;
  }

  /** The lines cut to the width; of too many, the first and then the last ones. */
  List<String> fit(List<String> lines) {
    List<String> narrow =
        lines.stream()
            .map(line -> line.length() < columns ? line : line.substring(0, columns - 1))
            .toList();
    int most = rows - 1;
    if (narrow.size() <= most) {
      return narrow;
    }
    return Stream.concat(narrow.stream().limit(1), narrow.stream().skip(narrow.size() - most + 1L))
        .toList();
  }
}
