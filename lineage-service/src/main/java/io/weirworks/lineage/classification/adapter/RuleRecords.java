package io.weirworks.lineage.classification.adapter;

import io.weirworks.contract.lineage.ClassificationCondition;
import io.weirworks.contract.lineage.ClassificationRuleDeleted;
import io.weirworks.contract.lineage.ClassificationRuleSet;
import io.weirworks.contract.lineage.ClassificationRuleState;
import io.weirworks.contract.lineage.ColumnClassification;
import io.weirworks.contract.lineage.ConditionJoin;
import io.weirworks.contract.lineage.ConditionMatch;
import io.weirworks.contract.lineage.ConditionTarget;
import io.weirworks.contract.lineage.SetClassificationRule;
import io.weirworks.lineage.classification.ByHand;
import io.weirworks.lineage.classification.ClassificationRule;
import io.weirworks.lineage.classification.Condition;
import io.weirworks.lineage.classification.RuleEvent;
import io.weirworks.lineage.classification.SensitiveCategory;
import io.weirworks.lineage.classification.Sensitivity;
import io.weirworks.lineage.decision.Refusal;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Rules and what is said by hand, from and to the contract's records. */
public final class RuleRecords {

  private RuleRecords() {}

  /** Empty where each choice is one of this version. */
  static Optional<Refusal> fault(SetClassificationRule command) {
    if (command.getCategory() == io.weirworks.contract.lineage.SensitiveCategory.UNKNOWN) {
      return unknown("category", "PERSONAL, BUSINESS, COMPANY and TECHNICAL");
    }
    if (command.getJoin() == ConditionJoin.UNKNOWN) {
      return unknown("join", "AND and OR");
    }
    List<ClassificationCondition> conditions = command.getConditions();
    for (int i = 0; i < conditions.size(); i++) {
      if (conditions.get(i).getTarget() == ConditionTarget.UNKNOWN) {
        return unknown(
            "conditions[" + i + "].target", "FIELD_NAME, FIELD_COMMENT and FIELD_CONTENT");
      }
      if (conditions.get(i).getMatch() == ConditionMatch.UNKNOWN) {
        return unknown(
            "conditions[" + i + "].match",
            "WILDCARD, PREFIX, SUFFIX, CONTAINS, BUILT_IN and REGEX");
      }
    }
    return Optional.empty();
  }

  /** Empty where what is said by hand has a category of this version, or says not sensitive. */
  public static Optional<Refusal> fault(@Nullable ColumnClassification said) {
    if (said == null || said.getSensitiveType() == null) {
      return Optional.empty();
    }
    return said.getCategory() == null
            || said.getCategory() == io.weirworks.contract.lineage.SensitiveCategory.UNKNOWN
        ? unknown("classification.category", "PERSONAL, BUSINESS, COMPANY and TECHNICAL")
        : Optional.empty();
  }

  private static Optional<Refusal> unknown(String field, String right) {
    return Optional.of(
        new Refusal(
            Refusal.Code.UNKNOWN_VALUE, "the values of " + field + " are " + right, field, ""));
  }

  /**
   * @throws IllegalArgumentException for a choice of a later version, which {@link #fault} tells
   */
  static ClassificationRule domain(SetClassificationRule command) {
    return new ClassificationRule(
        command.getName(),
        new Sensitivity(
            command.getSensitiveType(),
            SensitiveCategory.valueOf(command.getCategory().name()),
            command.getLevel()),
        ClassificationRule.Join.valueOf(command.getJoin().name()),
        command.getConditions().stream()
            .map(
                each ->
                    new Condition(
                        Condition.Target.valueOf(each.getTarget().name()),
                        Condition.Match.valueOf(each.getMatch().name()),
                        each.getValue(),
                        each.getHitPercent()))
            .toList());
  }

  /**
   * @throws IllegalArgumentException for a choice of a later version, which {@link #fault} tells
   */
  public static @Nullable ByHand domain(@Nullable ColumnClassification said) {
    if (said == null) {
      return null;
    }
    return new ByHand(
        said.getSensitiveType() == null || said.getCategory() == null
            ? null
            : new Sensitivity(
                said.getSensitiveType(),
                SensitiveCategory.valueOf(said.getCategory().name()),
                said.getLevel()));
  }

  public static @Nullable ColumnClassification record(@Nullable ByHand byHand) {
    if (byHand == null) {
      return null;
    }
    Sensitivity told = byHand.sensitivity();
    return told == null
        ? new ColumnClassification(null, null, 0)
        : new ColumnClassification(told.type(), record(told.category()), told.level());
  }

  private static io.weirworks.contract.lineage.SensitiveCategory record(
      SensitiveCategory category) {
    return io.weirworks.contract.lineage.SensitiveCategory.valueOf(category.name());
  }

  static SpecificRecord event(RuleEvent event) {
    return switch (event) {
      case RuleEvent.RuleDeleted(String name) -> new ClassificationRuleDeleted(name);
      case RuleEvent.RuleSet(ClassificationRule rule) ->
          new ClassificationRuleSet(
              rule.name(),
              rule.sensitivity().type(),
              record(rule.sensitivity().category()),
              rule.sensitivity().level(),
              ConditionJoin.valueOf(rule.join().name()),
              conditions(rule));
    };
  }

  static ClassificationRuleState state(ClassificationRule rule) {
    return new ClassificationRuleState(
        rule.name(),
        rule.sensitivity().type(),
        record(rule.sensitivity().category()),
        rule.sensitivity().level(),
        ConditionJoin.valueOf(rule.join().name()),
        conditions(rule));
  }

  private static List<ClassificationCondition> conditions(ClassificationRule rule) {
    return rule.conditions().stream()
        .map(
            each ->
                new ClassificationCondition(
                    ConditionTarget.valueOf(each.target().name()),
                    ConditionMatch.valueOf(each.match().name()),
                    each.value(),
                    each.hitPercent()))
        .toList();
  }
}
