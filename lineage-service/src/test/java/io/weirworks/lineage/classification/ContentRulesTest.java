package io.weirworks.lineage.classification;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.classification.ClassificationRule.Join;
import io.weirworks.lineage.classification.ColumnSample.Hits;
import io.weirworks.lineage.classification.Condition.Match;
import io.weirworks.lineage.classification.Condition.Target;
import io.weirworks.lineage.decision.Decision;
import io.weirworks.lineage.decision.Refusal;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Columns identified by their values (dataworks-semantics 7.4). */
class ContentRulesTest {

  private static final Sensitivity CARD =
      new Sensitivity("bank_card", SensitiveCategory.PERSONAL, 4);

  @ParameterizedTest
  @CsvSource({
    "PHONE_NUMBER, 13800138000, true",
    "PHONE_NUMBER, +86 13800138000, true",
    "PHONE_NUMBER, +4915112345678, true",
    "PHONE_NUMBER, 12800138000, false",
    "PHONE_NUMBER, 1380013800, false",
    "EMAIL, ada@example.org, true",
    "EMAIL, a.b+c@mail.example.co.uk, true",
    "EMAIL, ada@example, false",
    "EMAIL, ada at example.org, false",
    "ID_CARD, 11010519491231002X, true",
    "ID_CARD, 110105194912310021, true",
    "ID_CARD, 110105194913310021, false",
    "ID_CARD, 11010519491231002, false",
    "IP_ADDRESS, 192.168.0.255, true",
    "IP_ADDRESS, 192.168.0.256, false",
    "IP_ADDRESS, 1.2.3, false",
    "MAC_ADDRESS, 00:1A:2b:3c:4D:5e, true",
    "MAC_ADDRESS, 00-1A-2b-3c-4D-5e, true",
    "MAC_ADDRESS, 00:1A:2b:3c:4D, false",
    "BANK_CARD, 4111111111111111, true",
    "BANK_CARD, 411111111111, false"
  })
  void builtInTypeFitsTheWholeValue(BuiltInContent type, String value, boolean fits) {
    assertThat(Pattern.compile(type.regex()).matcher(value).find()).isEqualTo(fits);
  }

  @ParameterizedTest
  @CsvSource({
    "100, 80, 80, true",
    "100, 79, 80, false",
    "3, 1, 34, false",
    "3, 1, 33, true",
    "0, 0, 1, false",
    "2000000000, 2000000000, 100, true"
  })
  void conditionHoldsWhereEnoughOfTheSampleFits(
      int sampled, int hits, int percent, boolean expected) {
    // given
    Condition condition = content(Match.BUILT_IN, "bank_card", percent);
    ColumnSample sample =
        new ColumnSample(sampled, List.of(new Hits(Match.BUILT_IN, "bank_card", hits)));

    // then
    assertThat(condition.holds(new ColumnFacts("c", List.of(), sample))).isEqualTo(expected);
    assertThat(content(Match.REGEX, "bank_card", percent).holds(facts(sample)))
        .as("another test with the same text")
        .isFalse();
    assertThat(condition.holds(new ColumnFacts("bank_card", List.of("bank_card"), null)))
        .as("no profile")
        .isFalse();
  }

  @Test
  void nameAndContentAreJoinedInOneRule() {
    // given
    ColumnSample sample = new ColumnSample(10, List.of(new Hits(Match.BUILT_IN, "bank_card", 10)));
    Condition name = new Condition(Target.FIELD_NAME, Match.CONTAINS, "card");
    Condition content = content(Match.BUILT_IN, "bank_card", 90);

    // then
    assertThat(verdict(Join.OR, "c", sample, name, content)).isTrue();
    assertThat(verdict(Join.AND, "c", sample, name, content)).isFalse();
    assertThat(verdict(Join.AND, "card_no", sample, name, content)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "FIELD_CONTENT, BUILT_IN, bank_card, 90, ''",
    "FIELD_CONTENT, REGEX, ^[0-9]+$, 1, ''",
    "FIELD_CONTENT, BUILT_IN, passport, 90, UNKNOWN_VALUE conditions[0].value",
    "FIELD_CONTENT, REGEX, [a, 90, UNKNOWN_VALUE conditions[0].value",
    "FIELD_CONTENT, CONTAINS, a, 90, UNKNOWN_VALUE conditions[0].match",
    "FIELD_NAME, REGEX, a, 0, UNKNOWN_VALUE conditions[0].match",
    "FIELD_CONTENT, REGEX, a, 0, OUT_OF_RANGE conditions[0].hitPercent",
    "FIELD_CONTENT, REGEX, a, 101, OUT_OF_RANGE conditions[0].hitPercent",
    "FIELD_NAME, CONTAINS, a, 5, OUT_OF_RANGE conditions[0].hitPercent"
  })
  void ruleThatCannotBeTestedIsRefusedNamingTheField(
      Target target, Match match, String value, int percent, String expected) {
    // when
    Decision<RuleEvent> decision =
        ClassificationRule.set(
            null,
            new ClassificationRule(
                "r", CARD, Join.AND, List.of(new Condition(target, match, value, percent))));

    // then
    String refusal =
        decision instanceof Decision.Refused<RuleEvent>(Refusal why)
            ? why.code() + " " + why.field()
            : "";
    assertThat(refusal).isEqualTo(expected);
  }

  private static boolean verdict(
      Join join, String name, ColumnSample sample, Condition... conditions) {
    Classifier classifier =
        new Classifier(List.of(new ClassificationRule("r", CARD, join, List.of(conditions))));
    return classifier.verdict(new ColumnFacts(name, List.of(), sample), null).isPresent();
  }

  private static ColumnFacts facts(ColumnSample sample) {
    return new ColumnFacts("c", List.of(), sample);
  }

  private static Condition content(Match match, String value, int percent) {
    return new Condition(Target.FIELD_CONTENT, match, value, percent);
  }
}
