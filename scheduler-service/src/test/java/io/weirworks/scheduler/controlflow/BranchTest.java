package io.weirworks.scheduler.controlflow;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.scheduler.parameter.ParameterValues;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which arms are chosen (dataworks-semantics 4.4, 13 row 10). */
class BranchTest {

  private static Branch branch(Branch.Selection selection) {
    return new Branch(
        List.of(
            new Branch.Arm("${n} < 6", "w.small"),
            new Branch.Arm("${n} < 10", "w.middle"),
            new Branch.Arm("'${city}' == 'hz' and ${n} >= 6", "w.hz")),
        selection);
  }

  private static Verdict<Set<String>> chosen(Branch branch, String n, String city) {
    Inputs inputs = new Inputs(Map.of("n", new OutputValue.Elements(List.of(n))), null);
    return branch.choose(new ParameterValues.Named(Map.of("city", city)), inputs);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          FIRST_MATCH, 5, hz, w.small, w.middle w.hz
          FIRST_MATCH, 7, hz, w.middle, w.small w.hz
          FIRST_MATCH, 70, hz, w.hz, w.small w.middle
          FIRST_MATCH, 70, sh, '', w.small w.middle w.hz
          ALL, 5, sh, w.small w.middle, w.hz
          ALL, 7, hz, w.middle w.hz, w.small
          ALL, 70, sh, '', w.small w.middle w.hz
          """)
  void armsAreChosen(
      Branch.Selection selection, String n, String city, String expected, String left) {
    // given
    Branch branch = branch(selection);
    // when
    Verdict<Set<String>> chosen = chosen(branch, n, city);
    // then
    assertThat(chosen).isEqualTo(new Verdict.Value<>(words(expected)));
    assertThat(branch.unchosen(words(expected))).isEqualTo(words(left));
  }

  private static Set<String> words(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
  }

  @Test
  void firstMatchDoesNotLookAtLaterArmsAndAllDoes() {
    // given
    List<Branch.Arm> arms =
        List.of(new Branch.Arm("True", "w.one"), new Branch.Arm("oops", "w.two"));
    // when, then
    assertThat(chosen(new Branch(arms, Branch.Selection.FIRST_MATCH), "1", ""))
        .isEqualTo(new Verdict.Value<>(Set.of("w.one")));
    assertThat(chosen(new Branch(arms, Branch.Selection.ALL), "1", ""))
        .isInstanceOf(Verdict.Faulty.class);
  }

  @Test
  void armsThatShareAnOutputAreChosenTogether() {
    // given
    Branch branch =
        new Branch(
            List.of(new Branch.Arm("False", "w.same"), new Branch.Arm("True", "w.same")),
            Branch.Selection.FIRST_MATCH);
    // when, then
    assertThat(branch.unchosen(Set.of("w.same"))).isEmpty();
  }
}
