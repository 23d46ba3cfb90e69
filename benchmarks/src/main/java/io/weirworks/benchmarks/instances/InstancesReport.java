package io.weirworks.benchmarks.instances;

import io.weirworks.benchmarks.measure.Latencies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Results as Markdown for people and as values for JSON lines. */
final class InstancesReport {

  private static final List<String> PROCESSES = List.of("services", "broker", "database");

  private InstancesReport() {}

  static String markdown(Map<String, String> facts, List<Result> results) {
    List<String> lines = new ArrayList<>();
    facts.forEach((name, value) -> lines.add("- " + name + ": " + value));
    lines.add("");
    lines.add(
        "| workload | node instances | s | instances/s | CPU µs/instance (services + broker +"
            + " database) | statements/instance | redo bytes/instance | records/instance | state"
            + " records/instance | load |");
    lines.add("|---|---|---|---|---|---|---|---|---|---|");
    results.forEach(result -> lines.add(rates(result)));
    for (Result result : results) {
      lines.add("");
      lines.add("**" + result.workload().title() + "**, ms by phase");
      lines.add("");
      lines.add("Threads of the services, CPU µs/instance: " + threads(result));
      lines.add("");
      lines.add("| phase | | p50 | p90 | p99 | max |");
      lines.add("|---|---|---|---|---|---|");
      result.phases().forEach((phase, latencies) -> lines.add(phase(phase, latencies)));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String threads(Result result) {
    return result.threads().stream()
        .limit(12)
        .map(
            thread ->
                String.format(
                    Locale.ROOT,
                    "%s %,.0f",
                    thread.getKey(),
                    thread.getValue().toNanos() / 1e3 / result.workload().nodeInstances()))
        .collect(Collectors.joining(", "));
  }

  private static String rates(Result result) {
    String parts =
        PROCESSES.stream()
            .map(process -> String.format(Locale.ROOT, "%,.0f", result.cpuMicros(process)))
            .collect(Collectors.joining(" + "));
    return String.format(
        Locale.ROOT,
        "| %s | %,d | %.1f | %,.0f | %,.0f (%s) | %.2f | %,.0f | %.2f | %.2f | %.1f |",
        result.workload().title(),
        result.workload().nodeInstances(),
        result.seconds(),
        result.perSecond(),
        result.cpuMicros(),
        parts,
        result.perInstance(result.database().statements()),
        result.perInstance(result.database().redoBytes()),
        result.perInstance(records(result, false)),
        result.perInstance(records(result, true)),
        result.load());
  }

  private static long records(Result result, boolean state) {
    return result.records().entrySet().stream()
        .filter(entry -> entry.getKey().endsWith(".state") == state)
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  private static String phase(Phase phase, Latencies latencies) {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %.1f | %.1f | %.1f | %.1f |",
        phase.title(),
        phase.meaning(),
        latencies.percentile(0.5),
        latencies.percentile(0.9),
        latencies.percentile(0.99),
        latencies.highest());
  }

  /** The names are what later runs are compared by. */
  static Map<String, Object> line(Result result) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("workload", result.workload().title());
    line.put("nodeInstances", result.workload().nodeInstances());
    line.put("seconds", result.seconds());
    line.put("instancesPerSecond", result.perSecond());
    line.put("cpuMicrosPerInstance", result.cpuMicros());
    result.cpu().keySet().forEach(name -> line.put(name + "CpuMicros", result.cpuMicros(name)));
    line.put("database", result.database());
    line.put("records", result.records());
    Map<String, Map<String, Double>> phases = new LinkedHashMap<>();
    result
        .phases()
        .forEach(
            (phase, latencies) ->
                phases.put(
                    phase.title(),
                    Map.of(
                        "p50", latencies.percentile(0.5),
                        "p99", latencies.percentile(0.99),
                        "max", latencies.highest())));
    line.put("phasesMillis", phases);
    line.put("load", result.load());
    return line;
  }
}
