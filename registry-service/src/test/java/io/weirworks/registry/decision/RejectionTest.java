package io.weirworks.registry.decision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RejectionTest {

  @Test
  void codesAreUniqueAndSpelledAsTheContractSpellsThem() {
    assertThat(Arrays.stream(RejectionCode.values()).map(RejectionCode::code))
        .doesNotHaveDuplicates()
        .allSatisfy(code -> assertThat(code).matches("([A-Z][a-z]+)+"));
  }

  @Test
  void sentenceSaysWhatWhereWhichValueAndWhatWouldBeRight() {
    assertThat(
            new Problem(
                    RejectionCode.OUT_OF_RANGE,
                    "$.spec.nodes[0].priority",
                    "9",
                    "a number from 1 to 8")
                .sentence())
        .isEqualTo(
            "OutOfRange at $.spec.nodes[0].priority '9': the value is out of range; expected a number from 1 to 8");
  }

  @Test
  void missingValueIsNotQuoted() {
    assertThat(new Problem(RejectionCode.MISSING_VALUE, "name", "", "a name").sentence())
        .isEqualTo("MissingValue at name: a required value is missing; expected a name");
  }

  @Test
  void longValuesAreCutWithoutTearingACharacterApart() {
    // given
    String value = "x".repeat(Problem.LONGEST_VALUE - 1) + "𝒳𝒳";
    // then
    assertThat(new Problem(RejectionCode.CONFLICT, "name", value, "another").value())
        .isEqualTo("x".repeat(Problem.LONGEST_VALUE - 1) + "…");
  }

  @Test
  void rejectionStaysFarBelowTheLimitOfAReply() {
    // given
    String huge = "k".repeat(100_000);
    Problem problem = new Problem(RejectionCode.WRONG_TYPE, huge, huge, huge);
    // then
    assertThat(Rejection.of(Collections.nCopies(200, problem)).message()).hasSizeLessThan(100_000);
  }

  @Test
  void rejectionTellsAtMostFiftyProblemsAndHowManyMoreThereAre() {
    // given
    Problem problem = new Problem(RejectionCode.MISSING_VALUE, "name", "", "a name");
    // when
    Rejection rejection = Rejection.of(Collections.nCopies(53, problem));
    // then
    assertThat(rejection.message().lines()).hasSize(51).last().isEqualTo("and 3 more problems");
    assertThat(rejection.code()).isEqualTo(RejectionCode.MISSING_VALUE);
  }

  @Test
  void messageEndsWithTheLastWholeProblemThatFits() {
    // given
    Problem problem =
        new Problem(RejectionCode.MISSING_VALUE, "p".repeat(500), "", "e".repeat(500));
    // when
    Rejection rejection = Rejection.of(Collections.nCopies(10, problem));
    // then
    assertThat(rejection.message()).hasSizeLessThanOrEqualTo(Rejection.LONGEST_MESSAGE);
    assertThat(rejection.message().lines())
        .containsExactly(
            problem.sentence(), problem.sentence(), problem.sentence(), "and 7 more problems");
  }

  @ParameterizedTest
  @CsvSource({
    "EMR_SPARKSQL, EMR_SPARK_SQL",
    "emr_shell, EMR_SHELL",
    "EMR_SHLEL, EMR_SHELL",
    "PERL, ",
  })
  void nearNamesAreThoseThatFewTypingErrorsExplain(String wrong, String near) {
    // given
    List<String> known = List.of("EMR_SPARK_SQL", "EMR_SHELL", "VIRTUAL");
    // then
    assertThat(NearMatches.of(wrong, known)).isEqualTo(near == null ? List.of() : List.of(near));
  }
}
