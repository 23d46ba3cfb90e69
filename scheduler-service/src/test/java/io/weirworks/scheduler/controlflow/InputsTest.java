package io.weirworks.scheduler.controlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.parameter.ParameterValues;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How code reads the values of other nodes (dataworks-semantics 4.2, 4.6, 4.7). */
class InputsTest {

  private static final OutputValue LINE = new OutputValue.Elements(List.of("a", "b,c"));
  private static final OutputValue ROWS =
      new OutputValue.Table(List.of(row("hz", "1"), row("sh", null)));
  private static final ParameterValues OWN =
      new ParameterValues.Named(Map.of("dt", "20251031", "p", "own"));
  private static final Inputs OUTSIDE =
      new Inputs(Map.of("line", LINE, "rows", ROWS, "text", new OutputValue.Text("cn")), null);

  private static List<@Nullable String> row(@Nullable String... cells) {
    return Arrays.asList(cells);
  }

  private static String applied(Inputs inputs, String code) {
    return switch (inputs.apply(code, OWN)) {
      case Verdict.Value<String>(String text) -> {
        assertThat(inputs.length(code, OWN)).isEqualTo(new Verdict.Value<>((long) text.length()));
        yield text;
      }
      case Verdict.Faulty<String>(Fault fault) -> fault.message();
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          echo ${dt} ${p}          | echo 20251031 own
          ${line}                  | a,b,c
          ${line[1]}               | b,c
          ${rows}                  | [["hz","1"],["sh",null]]
          ${rows[0]}               | hz,1
          ${rows[1]}               | sh,
          ${rows[0][1]}            | 1
          ${rows[1][1]}.           | .
          ${text}                  | cn
          ${unknown} ${array[0]}   | ${unknown} ${array[0]}
          ${dt[0]}                 | ${dt[0]}
          $line {line} ${li ne}    | $line {line} ${li ne}
          ${dag.offset}            | ${dag.offset}
          ${line[2]}               | ${line[2]} is read, but the value has no such element.
          ${line[0][0]}            | ${line[0][0]} is read, but the value has no such element.
          ${rows[0][2]}            | ${rows[0][2]} is read, but the value has no such element.
          ${text[0]}               | ${text[0]} is read, but the value has no such element.
          """)
  void referencesAreReplaced(String code, String expected) {
    assertThat(applied(OUTSIDE, code)).isEqualTo(expected);
  }

  /** The example of 4.7: outputs = [["hz","1"],["sh","2"]]. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          1 | ${dag.foreach.current}                              | hz,1
          1 | ${dag.foreach.current[1]}                           | 1
          1 | ${dag.offset} ${dag.loopTimes}                      | 0 1
          2 | ${dag.foreach.current}                              | sh,2
          2 | ${dag.loopDataArray[${dag.offset}][1]}              | 2
          2 | ${dag.loopDataArray[0][0]} ${dag.loopDataArray[1]}  | hz sh,2
          2 | ${dag.loopDataArray}                                | [["hz","1"],["sh","2"]]
          2 | ${dag.loopDataArray.length} ${dag.cities.length}    | 2 3
          2 | ${dag.cities[${dag.offset}]} ${dag.cities}          | b a,b,c
          2 | ${dag.cities[${dag.loopTimes}]}                     | c
          2 | ${dag.unknown} ${dag.offset[0]}                     | ${dag.offset[0]} is read, but the value has no such element.
          2 | ${dag.unknown}                                      | ${dag.unknown}
          """)
  void loopVariablesAreReplaced(int loop, String code, String expected) {
    // given
    Map<String, OutputValue> inputs =
        Map.of(
            "loopDataArray",
            new OutputValue.Table(List.of(row("hz", "1"), row("sh", "2"))),
            "cities",
            new OutputValue.Elements(List.of("a", "b", "c")));
    // when, then
    assertThat(applied(new Inputs(Map.of(), new LoopVariables(loop, inputs)), code))
        .isEqualTo(expected);
  }

  @Test
  void whatWasPutInIsNotLookedAtAgain() {
    // given
    Inputs inputs = new Inputs(Map.of("p", new OutputValue.Text("${dt}")), null);
    // when, then
    assertThat(applied(inputs, "echo ${p} ${dt}")).isEqualTo("echo ${dt} 20251031");
  }

  @Test
  void commonShellReadsItsOwnByPositionAndOthersByName() {
    // given
    ParameterValues positional = new ParameterValues.Positional(List.of("20251031"));
    // when
    Verdict<String> applied = OUTSIDE.apply("echo $1 ${dt} ${line[0]}", positional);
    // then
    assertThat(applied).isEqualTo(new Verdict.Value<>("echo $1 ${dt} a"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"${line[99999999999]}", "${line[-1]}", "${line[a]}", "${line[0]"})
  void whatIsNoReferenceStaysAsItIsWritten(String code) {
    assertThat(applied(OUTSIDE, code)).isEqualTo(code);
  }
}
