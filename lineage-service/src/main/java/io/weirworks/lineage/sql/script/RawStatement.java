package io.weirworks.lineage.sql.script;

import io.weirworks.lineage.sql.Span;
import java.util.regex.Pattern;

/**
 * A statement as it stands in its script, without the {@code ;} and without blank text around it.
 */
public record RawStatement(String text, Span span) {
  private static final Pattern SHELL_COMMAND =
      Pattern.compile(
          "(?is)(!|(ADD|SOURCE|DFS|QUIT|EXIT|(LIST|DELETE)\\s+(JAR|FILE|ARCHIVE)S?)\\b).*");

  /** Whether it is meant for the shell of Hive or Spark, not for the engine. */
  public boolean isShellCommand() {
    return SHELL_COMMAND.matcher(text).matches();
  }
}
