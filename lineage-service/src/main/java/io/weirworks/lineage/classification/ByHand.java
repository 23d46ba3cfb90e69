package io.weirworks.lineage.classification;

import org.jspecify.annotations.Nullable;

/**
 * What somebody said of a column by hand; it goes before all rules.
 *
 * @param sensitivity null: nothing sensitive, whatever rules say
 */
public record ByHand(@Nullable Sensitivity sensitivity) {}
