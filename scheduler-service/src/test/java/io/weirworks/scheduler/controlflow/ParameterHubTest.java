package io.weirworks.scheduler.controlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.parameter.ParameterValues;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a parameter node hands on (dataworks-semantics 4.3). */
class ParameterHubTest {

  private static final ParameterValues OWN =
      new ParameterValues.Named(Map.of("area", "cn", "day", "20251031", "secret", "x"));

  @Test
  void constantsExpressionsAndPassedValuesAreHandedOn() {
    // given
    OutputValue passed = new OutputValue.Elements(List.of("a", "b"));
    Inputs inputs = new Inputs(Map.of("list", passed), null);
    // when
    Verdict<Completion> handed =
        ParameterHub.handOn(List.of("area", "day", "list", "absent"), OWN, inputs);
    // then
    assertThat(handed)
        .isEqualTo(
            new Verdict.Value<>(
                Completion.of(
                    Map.of(
                        "area",
                        new OutputValue.Text("cn"),
                        "day",
                        new OutputValue.Text("20251031"),
                        "list",
                        passed))));
  }

  @Test
  void valuesAboveTheLimitTogetherAreRefusedWithTheNumber() {
    // given
    OutputValue half = new OutputValue.Text("x".repeat(1_000_001));
    Inputs inputs = new Inputs(Map.of("one", half, "two", half), null);
    // when, then
    assertThat(ParameterHub.handOn(List.of("one", "two"), OWN, inputs).toString())
        .contains("2000002 characters; 2000000 is the most");
  }
}
