package io.weirworks.infra.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One process, for ever: process ids are used again, so a pid alone names nobody. Source: engines
 * 9.
 *
 * @param pid process id
 * @param startTicks when it started, in clock ticks since boot: field 22 of {@code
 *     /proc/<pid>/stat}
 * @param bootId the boot of the machine that the other two belong to
 */
public record ProcessIdentity(long pid, long startTicks, String bootId) {

  private static final Path PROC = Path.of("/proc");
  private static final Path BOOT_ID = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Pattern TEXT = Pattern.compile("(\\d+) (\\d+) ([0-9a-f-]+)");

  /**
   * The process that has this pid now; empty where there is none or it has ended and was not
   * reaped.
   */
  public static Optional<ProcessIdentity> of(long pid) {
    try {
      String stat = Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"));
      String bootId = Files.readString(BOOT_ID).strip();
      return ProcessStat.parse(stat)
          .filter(ProcessStat::running)
          .map(found -> new ProcessIdentity(pid, found.startTicks(), bootId));
    } catch (IOException gone) {
      return Optional.empty();
    }
  }

  /** Reads {@link #text()}; empty where it is anything else, for example a half-written file. */
  public static Optional<ProcessIdentity> parse(String text) {
    var match = TEXT.matcher(text.strip());
    if (!match.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new ProcessIdentity(
            Long.parseLong(match.group(1)), Long.parseLong(match.group(2)), match.group(3)));
  }

  /** Whether this very process runs; another one with its pid does not count, a zombie neither. */
  public boolean isAlive() {
    return of(pid).filter(this::equals).isPresent();
  }

  /** {@code pid startTicks bootId}, the content of a pid file. */
  public String text() {
    return pid + " " + startTicks + " " + bootId;
  }
}
