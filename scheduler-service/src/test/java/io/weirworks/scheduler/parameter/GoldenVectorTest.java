package io.weirworks.scheduler.parameter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/**
 * The tables of dataworks-semantics 2.2 and 2.6, row by row (scenario 1), through the entry point
 * of {@code params eval}. The command line's own test reads the same file.
 */
class GoldenVectorTest {

  @ParameterizedTest(name = "{0}: {3} = {4}")
  @CsvFileSource(resources = "golden-vectors.csv", delimiter = '|')
  void expressionHasItsValue(
      String rule, String scheduled, @Nullable String now, String expression, String expected) {
    // when
    Result<List<String>> result =
        new ParameterTrial(List.of(expression), scheduled, null, now).evaluate();
    // then
    assertThat(result).as(rule).isEqualTo(new Result.Value<>(List.of(expected)));
  }
}
