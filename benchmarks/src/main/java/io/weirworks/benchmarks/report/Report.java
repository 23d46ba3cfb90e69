package io.weirworks.benchmarks.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.weirworks.benchmarks.bank.Idle;
import io.weirworks.benchmarks.bank.MessagingBenchmark.Result;
import io.weirworks.benchmarks.bank.Saturated;
import io.weirworks.benchmarks.bank.Saturated.Mode;
import io.weirworks.benchmarks.bank.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One run as Markdown and as JSON lines. */
public final class Report {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, String> facts;
  private final Result result;
  private final Summary summary;

  /**
   * @param facts machine, versions and sizes
   */
  public Report(Map<String, String> facts, Result result) {
    this.facts = new LinkedHashMap<>(facts);
    this.result = result;
    this.summary = new Summary(result.saturated());
  }

  /** Writes {@code messaging.md} and {@code messaging.jsonl} into the folder. */
  public void write(Path folder) throws IOException {
    Files.createDirectories(folder);
    Files.writeString(folder.resolve("messaging.md"), markdown(), UTF_8);
    Files.writeString(folder.resolve("messaging.jsonl"), jsonLines(), UTF_8);
  }

  public String markdown() {
    List<String> lines = new ArrayList<>();
    facts.forEach((name, value) -> lines.add("- " + name + ": " + value));
    lines.add("");
    lines.addAll(new SaturatedTable(summary).lines());
    lines.add("");
    idle(lines);
    lines.add("");
    storage(lines);
    lines.add("");
    targets(lines);
    return String.join("\n", lines) + "\n";
  }

  private void idle(List<String> lines) {
    lines.add(
        "| idle, ms from intended start | commands/s | samples | p50 | p90 | p99 | max"
            + " | CPU µs/command |");
    lines.add("|---|---|---|---|---|---|---|---|");
    for (Idle one : result.idle()) {
      lines.add(
          "| %s | %d | %d | %s | %s | %s | %s | %s |"
              .formatted(
                  one.path(),
                  one.perSecond(),
                  one.latencies().count(),
                  Numbers.text("%.1f", one.latencies().percentile(0.5)),
                  Numbers.text("%.1f", one.latencies().percentile(0.9)),
                  Numbers.text("%.1f", one.latencies().percentile(0.99)),
                  Numbers.text("%.1f", one.latencies().highest()),
                  Numbers.text("%,.0f", one.cpuMicros())));
    }
  }

  private void storage(List<String> lines) {
    lines.add(
        "| topic | records | bytes of one (key, value, headers) | bytes per record on disk |");
    lines.add("|---|---|---|---|");
    for (Storage one : result.storage()) {
      lines.add(
          "| %s | %,d | %d | %s |"
              .formatted(
                  one.topic(), one.records(), one.record(), Numbers.text("%.0f", one.onDisk())));
    }
  }

  private void targets(List<String> lines) {
    lines.add("| target (issue 2) | measured | |");
    lines.add("|---|---|---|");
    double rate = summary.of(Mode.WEIRWORKS, Saturated::perSecond).median();
    double single = summary.ratio(Mode.WEIRWORKS, Mode.SINGLE).median();
    double plain = summary.ratio(Mode.WEIRWORKS, Mode.PLAIN).median();
    lines.add(atLeast("events/s ≥ ", "%,.0f", Targets.EVENTS_PER_SECOND, rate));
    lines.add(atLeast("× one per transaction ≥ ", "%.0f", Targets.TIMES_SINGLE, single));
    lines.add(atLeast("× plain Kafka ≥ ", "%.2f", Targets.TIMES_PLAIN, plain));
    for (Idle one : result.idle()) {
      if (one.path().endsWith("reply")) {
        lines.add(atMost("reply p50 ms ≤ ", Targets.REPLY_P50_MS, one.latencies().percentile(0.5)));
        lines.add(
            atMost("reply p99 ms ≤ ", Targets.REPLY_P99_MS, one.latencies().percentile(0.99)));
      }
    }
  }

  private static String atLeast(String name, String format, double target, double measured) {
    return verdict(
        name + Numbers.text(format, target), Numbers.text(format, measured), measured >= target);
  }

  private static String atMost(String name, double target, double measured) {
    return verdict(
        name + Numbers.text("%.0f", target), Numbers.text("%.1f", measured), measured <= target);
  }

  private static String verdict(String target, String measured, boolean met) {
    return "| %s | %s | %s |".formatted(target, measured, met ? "met" : "**missed**");
  }

  private String jsonLines() throws IOException {
    List<Map<String, Object>> lines = new ArrayList<>();
    lines.add(Map.of("facts", facts));
    result.saturated().forEach(one -> lines.add(Map.of("saturated", Lines.of(one))));
    result.idle().forEach(one -> lines.add(Map.of("idle", Lines.of(one))));
    result.storage().forEach(one -> lines.add(Map.of("storage", one)));
    StringBuilder text = new StringBuilder();
    for (Map<String, Object> line : lines) {
      text.append(JSON.writeValueAsString(line)).append('\n');
    }
    return text.toString();
  }
}
