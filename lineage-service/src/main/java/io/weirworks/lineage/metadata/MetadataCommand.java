package io.weirworks.lineage.metadata;

import io.weirworks.lineage.classification.ByHand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What people ask to be said of a table. */
public sealed interface MetadataCommand {

  /** What is null stays as it is; an empty text takes it away. */
  record UpdateTable(
      @Nullable String usageNote,
      @Nullable String description,
      @Nullable String owner,
      @Nullable List<String> tags)
      implements MetadataCommand {}

  /** An empty description takes it away. */
  record UpdateColumn(String column, String description) implements MetadataCommand {}

  /**
   * @param byHand null: the rules decide again
   */
  record Classify(String column, @Nullable ByHand byHand) implements MetadataCommand {}
}
