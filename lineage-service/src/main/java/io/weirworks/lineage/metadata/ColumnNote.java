package io.weirworks.lineage.metadata;

import io.weirworks.lineage.classification.ByHand;
import org.jspecify.annotations.Nullable;

/**
 * What people say of a column.
 *
 * @param description empty: nothing
 * @param byHand how sensitive it is; null: as the rules say
 */
public record ColumnNote(String description, @Nullable ByHand byHand) {

  static final ColumnNote NONE = new ColumnNote("", null);

  ColumnNote described(String text) {
    return new ColumnNote(text, byHand);
  }

  ColumnNote classified(@Nullable ByHand verdict) {
    return new ColumnNote(description, verdict);
  }
}
