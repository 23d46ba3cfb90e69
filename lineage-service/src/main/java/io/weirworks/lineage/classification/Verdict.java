package io.weirworks.lineage.classification;

import org.jspecify.annotations.Nullable;

/**
 * How sensitive a column is, and who says so.
 *
 * @param sensitivity null: nothing sensitive, said by hand
 * @param because the rule's name, the column that it is inherited from as {@code dataset.column};
 *     empty by hand
 */
public record Verdict(@Nullable Sensitivity sensitivity, By by, String because) {

  /** Who says so, the strongest first. */
  public enum By {
    HAND,
    RULE,
    INHERITED
  }
}
