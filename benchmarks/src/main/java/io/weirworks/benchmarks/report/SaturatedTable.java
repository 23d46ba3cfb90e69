package io.weirworks.benchmarks.report;

import io.weirworks.benchmarks.bank.Saturated;
import io.weirworks.benchmarks.bank.Saturated.Mode;
import io.weirworks.benchmarks.report.Summary.Spread;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** The saturated workloads side by side, the plain baselines first. */
final class SaturatedTable {

  private static final List<String> PROCESSES = List.of("jvm", "broker", "database");

  private final Summary summary;

  SaturatedTable(Summary summary) {
    this.summary = summary;
  }

  List<String> lines() {
    List<String> lines = new ArrayList<>();
    lines.add(
        "| saturated | events/s, median (range) | × plain | × one per transaction"
            + " | CPU µs/event (JVM + broker + database) | events per transaction"
            + " | statements per transaction | redo bytes/event | state records/event"
            + " | load of the machine |");
    lines.add("|---|---|---|---|---|---|---|---|---|---|");
    for (Mode mode : Mode.values()) {
      lines.add(
          "| %s | %s | %s | %s | %s | %s | %s | %s | %s | %s |"
              .formatted(
                  mode.title(),
                  Numbers.range("%,.0f", summary.of(mode, Saturated::perSecond)),
                  Numbers.range("%.3f", summary.ratio(mode, Mode.PLAIN)),
                  Numbers.range("%.1f", summary.ratio(mode, Mode.SINGLE)),
                  cpu(mode),
                  ofTransactions(mode, "%.0f", Saturated::recordsPerTransaction),
                  ofTransactions(
                      mode, "%.1f", one -> one.database().statements() / transactions(one)),
                  ofTransactions(
                      mode, "%.0f", one -> one.database().redoBytes() / (double) one.events()),
                  ofTransactions(mode, "%.2f", one -> one.stateRecords() / (double) one.events()),
                  Numbers.range("%.1f", summary.of(mode, Saturated::load))));
    }
    return lines;
  }

  private static double transactions(Saturated one) {
    return Math.max(1, one.transactions());
  }

  private String ofTransactions(Mode mode, String format, ToDoubleFunction<Saturated> value) {
    boolean plain = mode == Mode.PLAIN || mode == Mode.PLAIN_COPY;
    return plain ? "–" : Numbers.text(format, summary.of(mode, value).median());
  }

  private String cpu(Mode mode) {
    Spread all = summary.of(mode, Saturated::cpuMicros);
    List<String> parts =
        PROCESSES.stream()
            .map(
                name -> Numbers.text("%.1f", summary.of(mode, one -> one.cpuMicros(name)).median()))
            .toList();
    return Numbers.text("%.1f", all.median()) + " (" + String.join(" + ", parts) + ")";
  }
}
