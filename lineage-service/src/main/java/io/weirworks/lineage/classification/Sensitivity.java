package io.weirworks.lineage.classification;

import io.weirworks.lineage.decision.Refusal;
import java.util.Optional;

/**
 * What a column holds that must be guarded.
 *
 * @param type such as phone_number
 * @param level of the built-in template, {@value #LEAST} (least) to {@value #MOST} (most sensitive)
 */
public record Sensitivity(String type, SensitiveCategory category, int level) {

  static final int LEAST = 1;
  static final int MOST = 4;
  private static final int LONGEST_TYPE = 64;

  /** What is wrong with it, if anything. */
  public Optional<Refusal> fault() {
    return Refusal.ifBlankOrTooLong("sensitiveType", type, LONGEST_TYPE).or(this::wrongLevel);
  }

  private Optional<Refusal> wrongLevel() {
    return level >= LEAST && level <= MOST
        ? Optional.empty()
        : Optional.of(
            new Refusal(
                Refusal.Code.OUT_OF_RANGE,
                "the template has the levels 1 (least) to 4 (most sensitive)",
                "level",
                String.valueOf(level)));
  }
}
