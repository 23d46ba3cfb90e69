package io.weirworks.benchmarks.instances;

import io.weirworks.benchmarks.measure.Latencies;
import io.weirworks.benchmarks.measure.ServerCounters;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What one workload showed.
 *
 * @param seconds from the first command to the last event
 * @param cpu that each process used meanwhile
 * @param threads what those of the services used of it, the most first
 * @param records by topic
 * @param load of the machine, others' work included, at the end
 */
record Result(
    Workload workload,
    double seconds,
    Map<String, Duration> cpu,
    List<Map.Entry<String, Duration>> threads,
    ServerCounters database,
    Map<String, Long> records,
    Map<Phase, Latencies> phases,
    double load) {

  double perSecond() {
    return workload.nodeInstances() / seconds;
  }

  /** Microseconds of a process per node instance. */
  double cpuMicros(String process) {
    return cpu.getOrDefault(process, Duration.ZERO).toNanos() / 1e3 / workload.nodeInstances();
  }

  /** The same of all that belongs to the platform: the benchmark itself does not. */
  double cpuMicros() {
    return cpuMicros("services") + cpuMicros("broker") + cpuMicros("database");
  }

  double perInstance(long count) {
    return count / (double) workload.nodeInstances();
  }
}
