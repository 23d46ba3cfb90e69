package io.weirworks.lineage.classification;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a column when it is classified.
 *
 * @param comments all that is written of it
 * @param sample what the last profile counted; null: none did
 */
public record ColumnFacts(String name, List<String> comments, @Nullable ColumnSample sample) {

  public ColumnFacts {
    comments = List.copyOf(comments);
  }
}
