package io.weirworks.scheduler.controlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Rows 28 and 31 as far as a run's output decides. */
class OutputRuleTest {

  private static final String NO_SELECT = "find no select sql in sql assignment!";
  private static final String EMPTY = "OutPut Result is null, cannot handle!";
  private static final String TOO_LARGE = "The output value is above 2 MB, which is the most.";

  private static RunOutput line(String... elements) {
    return new RunOutput(new OutputValue.Elements(List.of(elements)), false);
  }

  private static RunOutput rows(String... cells) {
    List<List<@Nullable String>> rows = new ArrayList<>();
    for (String cell : cells) {
      rows.add(List.of(cell));
    }
    return new RunOutput(new OutputValue.Table(rows), false);
  }

  private static RunOutput cut(RunOutput output) {
    return new RunOutput(output.value(), true);
  }

  static Stream<Arguments> rules() {
    return Stream.of(
        Arguments.of(OutputRule.LINE, line("a", "b,c"), "ok"),
        Arguments.of(OutputRule.LINE, RunOutput.NONE, EMPTY),
        Arguments.of(OutputRule.LINE, cut(line("a")), TOO_LARGE),
        Arguments.of(OutputRule.ROWS, rows("hz"), "ok"),
        Arguments.of(OutputRule.ROWS, RunOutput.NONE, NO_SELECT),
        Arguments.of(OutputRule.ROWS, rows(), EMPTY),
        Arguments.of(OutputRule.ROWS, cut(rows("hz")), TOO_LARGE),
        Arguments.of(OutputRule.OPTIONAL, RunOutput.NONE, "ok"),
        Arguments.of(OutputRule.OPTIONAL, cut(rows("hz")), TOO_LARGE),
        Arguments.of(OutputRule.NONE, cut(rows("hz")), "ok"),
        Arguments.of(OutputRule.TRUTH, line("True"), "ok"),
        Arguments.of(OutputRule.TRUTH, line("False"), "ok"),
        Arguments.of(OutputRule.TRUTH, rows("True"), "ok"),
        Arguments.of(OutputRule.TRUTH, line("true"), "said 'true'"),
        Arguments.of(OutputRule.TRUTH, line("1"), "said '1'"),
        Arguments.of(OutputRule.TRUTH, line("True", "False"), "said 'True,False'"),
        Arguments.of(OutputRule.TRUTH, rows("True", "True"), "must be True or False"),
        Arguments.of(OutputRule.TRUTH, RunOutput.NONE, "said ''"));
  }

  @ParameterizedTest
  @MethodSource("rules")
  void outputIsJudgedByTheRule(OutputRule rule, RunOutput output, String expected) {
    switch (rule.judge(output)) {
      case Verdict.Value<RunOutput>(RunOutput handed) -> {
        assertThat(expected).isEqualTo("ok");
        assertThat(handed).isEqualTo(rule == OutputRule.NONE ? RunOutput.NONE : output);
      }
      case Verdict.Faulty<RunOutput>(Fault fault) -> assertThat(fault.message()).contains(expected);
    }
  }
}
