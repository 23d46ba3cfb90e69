package io.weirworks.benchmarks.measure;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * User and system time of a process's threads, by their names as Linux keeps them (15 characters,
 * numbers left out), as {@code /proc/<pid>/task} counts it. What ended threads used is missing.
 */
public final class ThreadClock {

  /** Ticks of {@code /proc} a second: USER_HZ, 100 on every Linux that we run on. */
  private static final long MILLIS_OF_A_TICK = 10;

  private final Path tasks;

  public ThreadClock(long pid) {
    this.tasks = Path.of("/proc", Long.toString(pid), "task");
  }

  public Map<String, Duration> read() {
    Map<String, Duration> used = new TreeMap<>();
    try (Stream<Path> all = Files.list(tasks)) {
      for (Path task : all.toList()) {
        add(used, task.resolve("stat"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the threads of " + tasks + " cannot be read", e);
    }
    return used;
  }

  private static void add(Map<String, Duration> used, Path stat) throws IOException {
    try {
      String text = Files.readString(stat);
      int end = text.lastIndexOf(')');
      String name = text.substring(text.indexOf('(') + 1, end).replaceAll("[0-9]+", "");
      String[] rest = text.substring(end + 2).split(" ", -1);
      long ticks = Long.parseLong(rest[11]) + Long.parseLong(rest[12]);
      used.merge(name.strip(), Duration.ofMillis(ticks * MILLIS_OF_A_TICK), Duration::plus);
    } catch (NoSuchFileException _) {
      // it has just ended
    }
  }

  /** What each name has used since {@code before} was read, the most first. */
  public List<Map.Entry<String, Duration>> since(Map<String, Duration> before) {
    return read().entrySet().stream()
        .map(
            entry ->
                Map.entry(
                    entry.getKey(),
                    entry.getValue().minus(before.getOrDefault(entry.getKey(), Duration.ZERO))))
        .filter(entry -> entry.getValue().isPositive())
        .sorted(Map.Entry.<String, Duration>comparingByValue(Comparator.reverseOrder()))
        .toList();
  }
}
