package io.weirworks.lineage.classification;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Says how sensitive columns are by hand and by rules. It is asked anew whenever a column is shown,
 * so a changed schema, comment or rule counts at once and nothing old can stay.
 *
 * @param rules all that there are
 */
public record Classifier(List<ClassificationRule> rules) {

  /** Where several rules fit the most sensitive wins; of equal ones the first by name. */
  private static final Comparator<ClassificationRule> STRONGEST =
      Comparator.comparingInt((ClassificationRule rule) -> rule.sensitivity().level())
          .reversed()
          .thenComparing(ClassificationRule::name);

  public Classifier {
    rules = rules.stream().sorted(STRONGEST).toList();
  }

  /**
   * @return empty where nobody says anything
   */
  public Optional<Verdict> verdict(ColumnFacts column, @Nullable ByHand byHand) {
    if (byHand != null) {
      return Optional.of(new Verdict(byHand.sensitivity(), Verdict.By.HAND, ""));
    }
    return rules.stream()
        .filter(rule -> rule.fits(column))
        .findFirst()
        .map(rule -> new Verdict(rule.sensitivity(), Verdict.By.RULE, rule.name()));
  }
}
