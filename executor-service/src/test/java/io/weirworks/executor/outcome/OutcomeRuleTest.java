package io.weirworks.executor.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.executor.engine.Exit;
import io.weirworks.executor.engine.Observation;
import io.weirworks.executor.engine.Progress;
import io.weirworks.executor.nodetype.NodeType;
import io.weirworks.executor.statement.Statement;
import io.weirworks.executor.statement.Statements;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class OutcomeRuleTest {
  private static Observation ended(int code, boolean killed) {
    return new Observation.Ended(new Exit(code, killed, Instant.EPOCH), Progress.NONE);
  }

  @ParameterizedTest
  @CsvSource({
    "DIDE_SHELL,    1,   NON_ZERO_EXIT",
    "DIDE_SHELL,    3,   NON_ZERO_EXIT",
    "DIDE_SHELL,    52,  NON_ZERO_EXIT",
    "DIDE_SHELL,    101, NON_ZERO_EXIT",
    "DIDE_SHELL,    126, COMMAND_NOT_EXECUTABLE",
    "EMR_SHELL,     127, COMMAND_NOT_FOUND",
    "EMR_SHELL,     128, NON_ZERO_EXIT",
    "EMR_SHELL,     137, KILLED_BY_SIGNAL",
    "EMR_SHELL,     255, NON_ZERO_EXIT",
    "EMR_SPARK,     1,   NON_ZERO_EXIT",
    "EMR_SPARK,     3,   NON_ZERO_EXIT",
    "EMR_SPARK,     101, MAIN_CLASS_NOT_FOUND",
    "EMR_SPARK_SQL, 52,  OUT_OF_MEMORY",
    "EMR_SPARK_SQL, 127, NON_ZERO_EXIT",
    "EMR_SPARK_SQL, 143, KILLED_BY_SIGNAL",
    "DIDE_SHELL,    124, NON_ZERO_EXIT",
    "CHECK_NODE,    124, CHECK_TIMED_OUT",
    "CHECK_NODE,    127, COMMAND_NOT_FOUND",
    "CHECK_NODE,    137, KILLED_BY_SIGNAL"
  })
  void anExitCodeOtherThanZeroIsAFailureOfItsKind(NodeType type, int exitCode, FailureCode code) {
    assertThat(
            OutcomeRule.outcome(type, ended(exitCode, false), false, Statements.NONE).orElseThrow())
        .isInstanceOfSatisfying(
            Outcome.Failed.class,
            failed -> {
              assertThat(failed.code()).isEqualTo(code);
              assertThat(failed.exitCode()).isEqualTo(exitCode);
            });
  }

  static Stream<Arguments> ends() {
    var cancelled = new Outcome.Cancelled();
    return Stream.of(
        Arguments.of(0, false, false, new Outcome.Succeeded()),
        Arguments.of(0, false, true, new Outcome.Succeeded()), // it was faster than the cancel
        Arguments.of(0, true, true, cancelled),
        Arguments.of(143, true, true, cancelled),
        Arguments.of(137, true, true, cancelled),
        Arguments.of(
            143,
            true,
            false,
            new Outcome.Failed(
                FailureCode.STOPPED_FROM_OUTSIDE,
                "stopped by a signal to its supervisor that did not come from Weirworks",
                143)),
        Arguments.of(
            0,
            true,
            false,
            new Outcome.Failed(
                FailureCode.STOPPED_FROM_OUTSIDE,
                "stopped by a signal to its supervisor that did not come from Weirworks",
                0)));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void onlyAnUndisturbedZeroIsASuccess(
      int code, boolean killed, boolean cancelAsked, Outcome outcome) {
    assertThat(
            OutcomeRule.outcome(
                NodeType.DIDE_SHELL, ended(code, killed), cancelAsked, Statements.NONE))
        .contains(outcome);
  }

  @Test
  void aFailedStatementSaysMoreThanTheExitCode() {
    var failed =
        new Statement(
            2,
            "S",
            "00",
            1,
            Instant.EPOCH,
            Duration.ZERO,
            null,
            "d",
            new Statement.Failure("X", "42P01", "no such table"));
    assertThat(
            OutcomeRule.outcome(
                NodeType.EMR_SPARK_SQL, ended(1, false), false, new Statements(List.of(failed), 0)))
        .contains(
            new Outcome.Failed(FailureCode.STATEMENT_FAILED, "statement 2: no such table", 1));
  }

  @Test
  void anUnknownEndIsALossAndWhatHasNotEndedHasNoOutcome() {
    assertThat(
            OutcomeRule.outcome(
                NodeType.EMR_SHELL, new Observation.Lost("r"), true, Statements.NONE))
        .contains(new Outcome.Lost("r"));
    assertThat(
            OutcomeRule.outcome(
                NodeType.EMR_SHELL, new Observation.Running(Progress.NONE), true, Statements.NONE))
        .isEmpty();
    assertThat(
            OutcomeRule.outcome(
                NodeType.EMR_SHELL,
                new Observation.Unsupervised(Progress.NONE),
                true,
                Statements.NONE))
        .isEmpty();
    assertThat(
            OutcomeRule.outcome(
                NodeType.EMR_SHELL, new Observation.Absent(), true, Statements.NONE))
        .isEmpty();
  }
}
