package io.weirworks.benchmarks.report;

import io.weirworks.benchmarks.bank.Idle;
import io.weirworks.benchmarks.bank.Saturated;
import java.util.LinkedHashMap;
import java.util.Map;

/** Measurements as JSON objects; their names are what later runs are compared by. */
final class Lines {

  private Lines() {}

  static Map<String, Object> of(Saturated one) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("mode", one.mode().name());
    line.put("round", one.round());
    line.put("events", one.events());
    line.put("seconds", one.seconds());
    line.put("eventsPerSecond", one.perSecond());
    line.put("cpuMicrosPerEvent", one.cpuMicros());
    one.cpu().keySet().forEach(name -> line.put(name + "CpuMicrosPerEvent", one.cpuMicros(name)));
    line.put("transactions", one.transactions());
    line.put("stateRecords", one.stateRecords());
    line.put("database", one.database());
    line.put("load", one.load());
    return line;
  }

  static Map<String, Object> of(Idle one) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("path", one.path());
    line.put("perSecond", one.perSecond());
    line.put("samples", one.latencies().count());
    line.put("p50Millis", one.latencies().percentile(0.5));
    line.put("p90Millis", one.latencies().percentile(0.9));
    line.put("p99Millis", one.latencies().percentile(0.99));
    line.put("maxMillis", one.latencies().highest());
    line.put("cpuMicrosPerCommand", one.cpuMicros());
    return line;
  }
}
