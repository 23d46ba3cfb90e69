package io.weirworks.benchmarks.bank;

import io.weirworks.benchmarks.measure.ServerCounters;
import java.time.Duration;
import java.util.Map;

/**
 * What one backlog showed, from the end of its warm-up to its last event.
 *
 * @param events completed
 * @param cpu user and system time by process
 * @param transactions of the database; 0 for plain Kafka
 * @param stateRecords written meanwhile, the markers of Kafka's transactions included
 * @param load threads of the whole machine that wanted to run, so also what else was going on
 */
public record Saturated(
    Mode mode,
    int round,
    long events,
    double seconds,
    Map<String, Duration> cpu,
    long transactions,
    long stateRecords,
    ServerCounters database,
    double load) {

  /** Who works the backlog off. */
  public enum Mode {
    PLAIN_COPY("plain Kafka, bytes copied"),
    PLAIN("plain Kafka, consume-transform-produce"),
    WEIRWORKS("Weirworks messaging"),
    SINGLE("the same, one event per transaction");

    private final String title;

    Mode(String title) {
      this.title = title;
    }

    public String title() {
      return title;
    }
  }

  public double perSecond() {
    return events / seconds;
  }

  /** CPU microseconds per event of one process. */
  public double cpuMicros(String process) {
    return cpu.getOrDefault(process, Duration.ZERO).toNanos() / 1e3 / events;
  }

  public double cpuMicros() {
    return cpu.keySet().stream().mapToDouble(this::cpuMicros).sum();
  }

  public double recordsPerTransaction() {
    return transactions == 0 ? 0 : (double) events / transactions;
  }
}
