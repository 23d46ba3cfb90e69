package io.weirworks.lineage.classification;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.classification.ClassificationRule.Join;
import io.weirworks.lineage.classification.Condition.Match;
import io.weirworks.lineage.classification.Condition.Target;
import io.weirworks.lineage.classification.Inheritance.ColumnName;
import io.weirworks.lineage.decision.Decision;
import io.weirworks.lineage.decision.Refusal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How sensitive columns are (dataworks-semantics 7.4). */
class ClassificationTest {

  private static final Sensitivity PHONE = new Sensitivity("phone", SensitiveCategory.PERSONAL, 3);
  private static final Sensitivity SECRET =
      new Sensitivity("secret", SensitiveCategory.TECHNICAL, 4);
  private static final ColumnName RAW = new ColumnName("a.raw", "x");
  private static final ColumnName CLEAN = new ColumnName("a.clean", "x");
  private static final ColumnName REPORT = new ColumnName("a.report", "y");

  @ParameterizedTest
  @CsvSource({
    "WILDCARD, *phone*, home_PHONE_no, true",
    "WILDCARD, phone, home_phone, false",
    "WILDCARD, tel?, tel1, true",
    "WILDCARD, tel?, tel, false",
    "WILDCARD, tel?, tel12, false",
    "WILDCARD, a*b*c, aXbYbZc, true",
    "WILDCARD, a.c, abc, false",
    "WILDCARD, *, anything, true",
    "PREFIX, Phone, phone_no, true",
    "PREFIX, phone, home_phone, false",
    "SUFFIX, _no, phone_NO, true",
    "SUFFIX, _no, no_phone, false",
    "CONTAINS, hon, PHONE, true",
    "CONTAINS, hone?, phone, false"
  })
  void conditionComparesUpperAndLowerCaseAlike(
      Match match, String value, String column, boolean fits) {
    // given
    Condition onName = new Condition(Target.FIELD_NAME, match, value);
    Condition onComment = new Condition(Target.FIELD_COMMENT, match, value);

    // then
    assertThat(onName.holds(new ColumnFacts(column, List.of(), null))).isEqualTo(fits);
    assertThat(onComment.holds(new ColumnFacts("c", List.of(column), null))).isEqualTo(fits);
    assertThat(onComment.holds(new ColumnFacts(column, List.of(), null))).isFalse();
  }

  @Test
  @Timeout(10)
  void wildcardOfManyStarsKeepsNobodyBusy() {
    assertThat(Wildcard.fits("*a".repeat(100) + "b", "a".repeat(4_000))).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "AND, phone, of people, true",
    "AND, phone, x, false",
    "OR, phone, x, true",
    "OR, y, of people, true",
    "OR, y, x, false"
  })
  void conditionsAreJoined(Join join, String column, String comment, boolean fits) {
    // given
    ClassificationRule rule =
        new ClassificationRule(
            "r",
            PHONE,
            join,
            List.of(
                new Condition(Target.FIELD_NAME, Match.PREFIX, "phone"),
                new Condition(Target.FIELD_COMMENT, Match.CONTAINS, "people")));

    // then
    assertThat(rule.fits(new ColumnFacts(column, List.of(comment), null))).isEqualTo(fits);
  }

  @Test
  void mostSensitiveRuleWinsThenTheFirstByNameAndHandBeforeAll() {
    // given
    Classifier classifier =
        new Classifier(List.of(rule("b", PHONE), rule("a", PHONE), rule("z", SECRET)));
    Classifier equal = new Classifier(List.of(rule("b", PHONE), rule("a", PHONE)));

    // then
    assertThat(classifier.verdict(new ColumnFacts("phone", List.of(), null), null))
        .contains(new Verdict(SECRET, Verdict.By.RULE, "z"));
    assertThat(equal.verdict(new ColumnFacts("phone", List.of(), null), null))
        .contains(new Verdict(PHONE, Verdict.By.RULE, "a"));
    assertThat(classifier.verdict(new ColumnFacts("phone", List.of(), null), new ByHand(PHONE)))
        .contains(new Verdict(PHONE, Verdict.By.HAND, ""));
    assertThat(classifier.verdict(new ColumnFacts("phone", List.of(), null), new ByHand(null)))
        .contains(new Verdict(null, Verdict.By.HAND, ""));
    assertThat(classifier.verdict(new ColumnFacts("city", List.of(), null), null)).isEmpty();
  }

  static Stream<Arguments> inheritances() {
    Verdict phone = new Verdict(PHONE, Verdict.By.RULE, "r");
    Verdict secret = new Verdict(SECRET, Verdict.By.HAND, "");
    Verdict nothing = new Verdict(null, Verdict.By.HAND, "");
    return Stream.of(
        Arguments.of("of the nearest", Map.of(RAW, secret, CLEAN, phone), "phone of a.clean.x"),
        Arguments.of("over several steps", Map.of(RAW, secret), "secret of a.raw.x"),
        Arguments.of("not past a hand", Map.of(RAW, secret, CLEAN, nothing), ""),
        Arguments.of("nothing of nothing", Map.of(), ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("inheritances")
  void columnInheritsAlongIdentity(String name, Map<ColumnName, Verdict> own, String expected) {
    // given
    Inheritance inheritance =
        new Inheritance(Map.of(REPORT, List.of(CLEAN), CLEAN, List.of(RAW), RAW, List.of(REPORT)));

    // when
    Optional<Verdict> verdict =
        inheritance.of(REPORT, column -> Optional.ofNullable(own.get(column)));

    // then
    assertThat(
            verdict
                .flatMap(
                    told ->
                        Optional.ofNullable(told.sensitivity())
                            .map(sensitivity -> sensitivity.type() + " of " + told.because()))
                .orElse(""))
        .isEqualTo(expected);
  }

  static Stream<Arguments> wrongRules() {
    Condition right = new Condition(Target.FIELD_NAME, Match.PREFIX, "a");
    Condition blank = new Condition(Target.FIELD_NAME, Match.PREFIX, " ");
    return Stream.of(
        Arguments.of(new ClassificationRule("1a", PHONE, Join.AND, List.of(right)), "name"),
        Arguments.of(new ClassificationRule("a", PHONE, Join.AND, List.of()), "conditions"),
        Arguments.of(
            new ClassificationRule("a", PHONE, Join.AND, Collections.nCopies(21, right)),
            "conditions"),
        Arguments.of(
            new ClassificationRule("a", PHONE, Join.AND, List.of(right, blank)),
            "conditions[1].value"),
        Arguments.of(
            new ClassificationRule(
                "a", new Sensitivity("t", SensitiveCategory.COMPANY, 7), Join.OR, List.of(right)),
            "level"));
  }

  @ParameterizedTest
  @MethodSource("wrongRules")
  void wrongRuleIsRefusedWithItsField(ClassificationRule rule, String field) {
    assertThat(ClassificationRule.set(null, rule))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> assertThat(refused.refusal().field()).isEqualTo(field));
  }

  @Test
  void ruleIsSetOnceAndDeletedOnce() {
    // given
    ClassificationRule rule = rule("r", PHONE);

    // then
    assertThat(ClassificationRule.set(null, rule))
        .isEqualTo(Decision.accepted(new RuleEvent.RuleSet(rule)));
    assertThat(ClassificationRule.set(rule, rule)).isEqualTo(Decision.unchanged());
    assertThat(ClassificationRule.delete(rule, "r"))
        .isEqualTo(Decision.accepted(new RuleEvent.RuleDeleted("r")));
    assertThat(ClassificationRule.delete(null, "r"))
        .isInstanceOfSatisfying(
            Decision.Refused.class,
            refused -> assertThat(refused.refusal().code()).isEqualTo(Refusal.Code.NOT_FOUND));
  }

  private static ClassificationRule rule(String name, Sensitivity sensitivity) {
    return new ClassificationRule(
        name, sensitivity, Join.AND, List.of(new Condition(Target.FIELD_NAME, Match.PREFIX, "ph")));
  }
}
