package io.weirworks.lineage.classification;

import io.weirworks.lineage.decision.Decision;
import io.weirworks.lineage.decision.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What columns are whose metadata or content fits (dataworks-semantics 7.4).
 *
 * @param conditions 1 to {@value #MOST_CONDITIONS}
 */
public record ClassificationRule(
    String name, Sensitivity sensitivity, Join join, List<Condition> conditions) {

  private static final int MOST_CONDITIONS = 20;

  /** How conditions are joined. */
  public enum Join {
    AND,
    OR
  }

  public ClassificationRule {
    conditions = List.copyOf(conditions);
  }

  boolean fits(ColumnFacts column) {
    return switch (join) {
      case AND -> conditions.stream().allMatch(each -> each.holds(column));
      case OR -> conditions.stream().anyMatch(each -> each.holds(column));
    };
  }

  /** The rule as it is set, anew or in place of the one that is there. */
  public static Decision<RuleEvent> set(
      @Nullable ClassificationRule state, ClassificationRule wanted) {
    Optional<Refusal> fault =
        Refusal.ifNoName("name", wanted.name)
            .or(wanted.sensitivity::fault)
            .or(wanted::wrongConditions);
    if (fault.isPresent()) {
      return Decision.refused(fault.get());
    }
    return wanted.equals(state)
        ? Decision.unchanged()
        : Decision.accepted(new RuleEvent.RuleSet(wanted));
  }

  public static Decision<RuleEvent> delete(@Nullable ClassificationRule state, String name) {
    return state == null
        ? Decision.refused(
            new Refusal(Refusal.Code.NOT_FOUND, "there is no rule of this name", "name", name))
        : Decision.accepted(new RuleEvent.RuleDeleted(name));
  }

  public static @Nullable ClassificationRule evolve(RuleEvent event) {
    return switch (event) {
      case RuleEvent.RuleSet(ClassificationRule rule) -> rule;
      case RuleEvent.RuleDeleted _ -> null;
    };
  }

  private Optional<Refusal> wrongConditions() {
    if (conditions.isEmpty() || conditions.size() > MOST_CONDITIONS) {
      return Optional.of(
          new Refusal(
              Refusal.Code.OUT_OF_RANGE,
              "a rule has 1 to " + MOST_CONDITIONS + " conditions",
              "conditions",
              String.valueOf(conditions.size())));
    }
    for (int i = 0; i < conditions.size(); i++) {
      Optional<Refusal> fault = conditions.get(i).fault("conditions[" + i + "]");
      if (fault.isPresent()) {
        return fault;
      }
    }
    return Optional.empty();
  }
}
