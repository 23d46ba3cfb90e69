package io.weirworks.lineage.metadata;

import io.weirworks.lineage.metadata.DescribedTable.DescribedColumn;
import org.jspecify.annotations.Nullable;

/**
 * Something found.
 *
 * @param column null: the table itself
 * @param matched where the text was found, the best place first
 */
public record SearchHit(TableCard card, @Nullable DescribedColumn column, Matched matched) {

  /** Where the text was found. */
  public enum Matched {
    NAME,
    DESCRIPTION,
    OWNER,
    TAG,
    COLLECTION
  }

  String name() {
    return card.table().dataset().id() + (column == null ? "" : "." + column.name());
  }
}
