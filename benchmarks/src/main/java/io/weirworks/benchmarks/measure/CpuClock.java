package io.weirworks.benchmarks.measure;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** User and system time that processes have used so far, as {@code /proc/<pid>/stat} counts it. */
public final class CpuClock {

  private final Map<String, Long> pids;

  /**
   * @param pids process id by the name under which the report shows the process
   */
  public CpuClock(Map<String, Long> pids) {
    this.pids = Map.copyOf(pids);
  }

  public Map<String, Duration> read() {
    Map<String, Duration> used = new TreeMap<>();
    pids.forEach((name, pid) -> used.put(name, cpu(name, pid)));
    return used;
  }

  /** What each process has used since {@code before} was read. */
  public Map<String, Duration> since(Map<String, Duration> before) {
    Map<String, Duration> used = read();
    before.forEach((name, then) -> used.computeIfPresent(name, (n, now) -> now.minus(then)));
    return used;
  }

  private static Duration cpu(String name, long pid) {
    return ProcessHandle.of(pid)
        .flatMap(process -> process.info().totalCpuDuration())
        .orElseThrow(() -> new IllegalStateException(name + ", process " + pid + ", has ended"));
  }
}
