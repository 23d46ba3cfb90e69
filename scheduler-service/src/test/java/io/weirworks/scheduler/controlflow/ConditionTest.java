package io.weirworks.scheduler.controlflow;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The values are those that Python 3 gives. */
class ConditionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1 == 1                               | true
          1 == 1.0                             | true
          1 == '1'                             | false
          '1' != 1                             | true
          True == 1                            | true
          'hz' == "hz"                         | true
          '20251031' >= '20251001'             | true
          'a' < 'B'                            | false
          1 < 2 < 3                            | true
          1 < 3 < 2                            | false
          3 > 2 == 2                           | true
          not 1 == 2                           | true
          not not 0                            | false
          1 == 2 or 2 == 2 and 3 == 4          | false
          (1 == 2 or 2 == 2) and 3 == 3        | true
          1 and ''                             | false
          0 or 'x'                             | true
          None                                 | false
          None == None                         | true
          'z' in 'hz'                          | true
          'x' not in 'hz'                      | true
          2 in (1, 2)                          | true
          2 in [1, 3]                          | false
          'hz' in ('hz',)                      | true
          (1,) == (1,)                         | true
          1 in []                              | false
          7 / 2 == 3.5                         | true
          7 // 2 == 3                          | true
          -7 // 2 == -4                        | true
          -7 % 3 == 2                          | true
          7 % -3 == -2                         | true
          7.5 % 2 == 1.5                       | true
          2 + 3 * 4 == 14                      | true
          -(2 - 5) == 3                        | true
          'a' + 'b' == 'ab'                    | true
          0.1 + 0.2 == 0.3                     | false
          9007199254740993 == 9007199254740992.0 | false
          12345678901234567890123 > 12345678901234567890122 | true
          1e3 == 1000                          | true
          00 == 0                              | true
          'it\\'s' == "it's"                   | true
          1 == 1 or 1 / 0 == 1                 | true
          """)
  void conditionHoldsAsInPython(String condition, boolean expected) {
    assertThat(Condition.holds(condition, Map.of())).isEqualTo(new Verdict.Value<>(expected));
  }

  /** Row 27: a string without quotes fails with the evaluation's message. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          hz == 'hz'            | name 'hz' is not defined; a text stands in quotes: 'hz'
          北京 == 'x'            | name '北京' is not defined; a text stands in quotes: '北京'
          == 'x'                | at character 1 stands '==' where a value is expected
          1 ==                  | at character 5 stands the end where a value is expected
          1 2                   | at character 3 stands '2' where an operator such as ==, and, or is expected
          1 = 1                 | the sign '=' at character 3 has no meaning here
          'hz                   | the quote at character 1 is not closed
          (1 == 1               | at character 8 stands the end where ')' is expected
          'a' < 1               | '<' does not compare a text with a number
          1 in 5                | 'in' does not look for a number in a number
          1 / 0 == 1            | a division by zero
          'a' * 3 == 'aaa'      | a text and a number cannot be put together
          08 < 9                | '08' begins with a zero, which is no number in Python
          len('a') == 1         | the call of 'len' has no meaning here
          x is None             | at character 3 stands 'is' where == instead of is is expected
          ${p} == 1             | the sign '$' at character 1 has no meaning here
          1 == not 2            | at character 6 stands 'not' where a value is expected
          """)
  void conditionThatCannotBeEvaluatedSaysWhy(String condition, String reason) {
    assertThat(Condition.holds(condition, Map.of()))
        .isInstanceOfSatisfying(
            Verdict.Faulty.class,
            faulty -> {
              assertThat(faulty.fault().code()).isEqualTo(FaultCode.INVALID_CONDITION);
              assertThat(faulty.fault().message()).contains(reason);
            });
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", "not ", "-", "["})
  void deepNestingIsRefusedWithItsLimit(String opening) {
    assertThat(Condition.holds(opening.repeat(51), Map.of()).toString()).contains("50 deep");
  }

  @Test
  void longConditionIsRefusedWithItsLimit() {
    assertThat(Condition.holds("1+".repeat(600) + "1", Map.of()).toString()).contains("1000");
  }

  @Test
  void longValueInQuotesIsNoLongCondition() {
    // given
    String value = "x,".repeat(500_000);
    // when, then
    assertThat(Condition.holds("'x' in '" + value + "'", Map.of()))
        .isEqualTo(new Verdict.Value<>(true));
  }

  @Test
  void namesStandForWhatIsKnownOfThem() {
    Map<String, Boolean> arms = Map.of("b1", true, "b2", false, "b3", false);
    assertThat(Condition.holds("b1 and b2 or not b3", arms)).isEqualTo(new Verdict.Value<>(true));
    assertThat(Condition.holds("b1 and b4", arms).toString()).contains("name 'b4' is not defined");
  }
}
