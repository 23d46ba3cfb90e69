package io.weirworks.executor.engine.process;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One process for ever: its pid alone is recycled, with its start (clock ticks since boot, field 22
 * of {@code /proc/<pid>/stat}) and the boot it belongs to it is unique (engines.md 9).
 */
record ProcessIdentity(long pid, long startTicks, String bootId) {
  private static final Pattern TEXT = Pattern.compile("(\\d{1,10}) (\\d{1,18}) ([0-9a-f-]{36})");

  /** Reads {@code "pid ticks boot-id"}; empty where it is anything else. */
  static Optional<ProcessIdentity> parse(String text) {
    var m = TEXT.matcher(text.strip());
    return m.matches()
        ? Optional.of(
            new ProcessIdentity(Long.parseLong(m.group(1)), Long.parseLong(m.group(2)), m.group(3)))
        : Optional.empty();
  }
}
