package io.weirworks.executor.runner.adapter;

import io.weirworks.contract.executor.OutputValue;
import io.weirworks.contract.executor.ReportRun;
import io.weirworks.contract.executor.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * Cuts a report to what a record holds, so that an end is never refused (DESIGN 6): first the texts
 * of statements, the last ones first, of which hash and length stay; then the output values.
 */
final class ReportSize {

  /** The topic's limit of 4 MiB, less what headers and the event's own fields take. */
  static final int MOST_BYTES = (4 << 20) - (128 << 10);

  private ReportSize() {}

  /**
   * The report, or as much of it as fits.
   *
   * @param size bytes of a report as it is sent
   */
  static ReportRun fit(ReportRun report, ToIntFunction<ReportRun> size) {
    if (size.applyAsInt(report) <= MOST_BYTES) {
      return report;
    }
    ReportRun cut = report;
    int texts = report.getStatements().size();
    while (size.applyAsInt(cut) > MOST_BYTES && texts > 0) {
      texts /= 2;
      cut = ReportRun.newBuilder(cut).setStatements(withTexts(report, texts)).build();
    }
    return size.applyAsInt(cut) > MOST_BYTES
        ? ReportRun.newBuilder(cut).setOutputs(withoutValues(cut)).build()
        : cut;
  }

  private static List<Statement> withTexts(ReportRun report, int texts) {
    List<Statement> statements = new ArrayList<>();
    for (Statement statement : report.getStatements()) {
      statements.add(
          statements.size() < texts
              ? statement
              : Statement.newBuilder(statement).setText(null).setErrorMessage(null).build());
    }
    return statements;
  }

  private static Map<String, OutputValue> withoutValues(ReportRun report) {
    Map<String, OutputValue> outputs = new HashMap<>();
    report
        .getOutputs()
        .forEach(
            (name, value) ->
                outputs.put(
                    name,
                    OutputValue.newBuilder(value)
                        .setElements(List.of())
                        .setRows(List.of())
                        .setTruncated(true)
                        .build()));
    return outputs;
  }
}
