package io.weirworks.executor.outcome;

import io.weirworks.executor.engine.Exit;
import io.weirworks.executor.engine.Observation;
import io.weirworks.executor.nodetype.FileCheck;
import io.weirworks.executor.nodetype.NodeType;
import io.weirworks.executor.statement.Statement;
import io.weirworks.executor.statement.Statements;
import java.util.Optional;

/**
 * The engine's own final state decides, never a log line: exit 0 that nobody caused is the only
 * success.
 */
public final class OutcomeRule {
  private OutcomeRule() {}

  /**
   * What the observation means; empty while it is not final.
   *
   * @param cancelAsked whether we were asked to cancel the run
   */
  public static Optional<Outcome> outcome(
      NodeType type, Observation observation, boolean cancelAsked, Statements statements) {
    return switch (observation) {
      case Observation.Ended(var exit, _) ->
          Optional.of(ended(type, exit, cancelAsked, statements));
      case Observation.Lost(var reason) -> Optional.of(new Outcome.Lost(reason));
      case Observation.Absent _,
          Observation.Prepared _,
          Observation.Starting _,
          Observation.Running _,
          Observation.Unsupervised _ ->
          Optional.empty();
    };
  }

  private static Outcome ended(
      NodeType type, Exit exit, boolean cancelAsked, Statements statements) {
    if (exit.killed()) {
      return cancelAsked
          ? new Outcome.Cancelled()
          : failed(
              FailureCode.STOPPED_FROM_OUTSIDE,
              "stopped by a signal to its supervisor that did not come from Weirworks",
              exit);
    }
    if (exit.code() == 0) {
      return new Outcome.Succeeded();
    }
    return statements
        .failed()
        .map(statement -> statementFailed(statement, exit))
        .orElseGet(() -> byExitCode(type, exit));
  }

  private static Outcome statementFailed(Statement statement, Exit exit) {
    var message = statement.failure() == null ? "" : statement.failure().message();
    return failed(
        FailureCode.STATEMENT_FAILED,
        "statement %d: %s".formatted(statement.index(), message),
        exit);
  }

  private static Outcome byExitCode(NodeType type, Exit exit) {
    return switch (type) {
      case DIDE_SHELL, EMR_SHELL, PYTHON -> shell(exit);
      case EMR_SPARK_SQL, EMR_SPARK -> spark(exit);
      case CHECK_NODE -> check(exit);
    };
  }

  private static Outcome shell(Exit exit) {
    return switch (exit.code()) {
      case 126 ->
          failed(
              FailureCode.COMMAND_NOT_EXECUTABLE,
              "a command of the script cannot be executed (exit code 126)",
              exit);
      case 127 ->
          failed(
              FailureCode.COMMAND_NOT_FOUND,
              "a command of the script does not exist (exit code 127)",
              exit);
      default -> common(exit);
    };
  }

  /** engines.md 1.7; 52 is SparkExitCode.OOM. */
  private static Outcome spark(Exit exit) {
    return switch (exit.code()) {
      case 101 ->
          failed(
              FailureCode.MAIN_CLASS_NOT_FOUND,
              "Spark found no such main class (exit code 101)",
              exit);
      case 52 ->
          failed(
              FailureCode.OUT_OF_MEMORY,
              "the Spark driver ran out of memory (exit code 52); raise spark.driver.memory",
              exit);
      default -> common(exit);
    };
  }

  private static Outcome check(Exit exit) {
    return exit.code() == FileCheck.NEVER_THERE
        ? failed(
            FailureCode.CHECK_TIMED_OUT,
            "what the check looks for was not there when it stopped; its log names each look",
            exit)
        : shell(exit);
  }

  private static Outcome common(Exit exit) {
    if (exit.code() > 128 && exit.code() <= 128 + 64) {
      return failed(FailureCode.KILLED_BY_SIGNAL, "ended by signal " + (exit.code() - 128), exit);
    }
    return failed(FailureCode.NON_ZERO_EXIT, "exit code " + exit.code(), exit);
  }

  private static Outcome failed(FailureCode code, String message, Exit exit) {
    return new Outcome.Failed(code, message, exit.code());
  }
}
