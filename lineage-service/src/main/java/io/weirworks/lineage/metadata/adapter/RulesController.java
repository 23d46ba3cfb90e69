package io.weirworks.lineage.metadata.adapter;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.lineage.classification.ClassificationRule;
import io.weirworks.lineage.classification.Condition;
import io.weirworks.lineage.classification.Sensitivity;
import java.util.List;

/** The rules that classify columns (dataworks-semantics 7.4). */
@Controller("/classification/rules")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RulesController {

  private final MetadataQueries metadata;

  RulesController(MetadataQueries metadata) {
    this.metadata = metadata;
  }

  /**
   * One condition, as SetClassificationRule has it.
   *
   * @param hitPercent 0 where the condition is not on content
   */
  @Serdeable
  public record ConditionView(String target, String match, String value, int hitPercent) {
    static ConditionView of(Condition condition) {
      return new ConditionView(
          condition.target().name(),
          condition.match().name(),
          condition.value(),
          condition.hitPercent());
    }
  }

  /**
   * A rule, as SetClassificationRule has it.
   *
   * @param level of the built-in template, 1 (least) to 4 (most sensitive)
   */
  @Serdeable
  public record RuleView(
      String name,
      String sensitiveType,
      String category,
      int level,
      String join,
      List<ConditionView> conditions) {

    static RuleView of(ClassificationRule rule) {
      Sensitivity told = rule.sensitivity();
      return new RuleView(
          rule.name(),
          told.type(),
          told.category().name(),
          told.level(),
          rule.join().name(),
          rule.conditions().stream().map(ConditionView::of).toList());
    }
  }

  /**
   * All of them.
   *
   * @param rules the strongest first
   */
  @Serdeable
  public record RulesView(List<RuleView> rules) {}

  /** All rules, in the order in which they count. */
  @Get
  RulesView rules() {
    return new RulesView(metadata.classifier().rules().stream().map(RuleView::of).toList());
  }
}
