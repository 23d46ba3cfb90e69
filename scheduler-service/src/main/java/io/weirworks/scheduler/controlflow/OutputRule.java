package io.weirworks.scheduler.controlflow;

import java.util.List;

/**
 * What becomes of a run's output (dataworks-semantics 4.2, 4.6); a limit that is broken fails the
 * attempt, and so does a missing value where one is the node's purpose.
 */
public enum OutputRule {
  /** Nothing is handed on. */
  NONE,
  /** Handed on if there is one: an ordinary node whose output is ticked. */
  OPTIONAL,
  /** The rows of the last SELECT must be there: an assignment node of SQL. */
  ROWS,
  /** The last line must be there: an assignment node of Shell or Python. */
  LINE,
  /** True or False must be there, and nothing else: END of a do-while. */
  TRUTH;

  private static final String NO_SELECT = "find no select sql in sql assignment!";
  private static final String EMPTY = "OutPut Result is null, cannot handle!";

  /** The value to hand on, or why the attempt failed. */
  public Verdict<RunOutput> judge(RunOutput output) {
    if (this == NONE) {
      return new Verdict.Value<>(RunOutput.NONE);
    }
    if (output.truncated()) {
      return Verdict.fault(
          FaultCode.OUTPUT_TOO_LARGE, "The output value is above 2 MB, which is the most.");
    }
    return switch (this) {
      case NONE, OPTIONAL -> new Verdict.Value<>(output);
      case ROWS -> rows(output);
      case LINE -> line(output);
      case TRUTH -> truth(output).then(_ -> new Verdict.Value<>(output));
    };
  }

  private static Verdict<RunOutput> rows(RunOutput output) {
    if (!(output.value() instanceof OutputValue.Table table)) {
      return Verdict.fault(FaultCode.OUTPUT_MISSING, NO_SELECT);
    }
    return table.rows().isEmpty()
        ? Verdict.fault(FaultCode.OUTPUT_MISSING, EMPTY)
        : new Verdict.Value<>(output);
  }

  private static Verdict<RunOutput> line(RunOutput output) {
    return output.value() == null || output.value().text().isEmpty()
        ? Verdict.fault(FaultCode.OUTPUT_MISSING, EMPTY)
        : new Verdict.Value<>(output);
  }

  /** Whether END says that the loop goes on: exactly {@code True} or {@code False}. */
  public static Verdict<Boolean> truth(RunOutput output) {
    String said = said(output);
    return switch (said) {
      case "True" -> new Verdict.Value<>(true);
      case "False" -> new Verdict.Value<>(false);
      default ->
          Verdict.fault(
              FaultCode.INVALID_LOOP_CONDITION,
              "END of the loop said '%s'; its last line must be True or False."
                  .formatted(said.length() > 100 ? said.substring(0, 100) + "…" : said));
    };
  }

  private static String said(RunOutput output) {
    return switch (output.value()) {
      case null -> "";
      case OutputValue.Table table when table.rows().size() == 1 -> table.at(List.of(0)).orElse("");
      case OutputValue value -> value.text();
    };
  }
}
