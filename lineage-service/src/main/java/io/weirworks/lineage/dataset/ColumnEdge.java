package io.weirworks.lineage.dataset;

import org.jspecify.annotations.Nullable;

/**
 * One column has its part in another.
 *
 * @param sourceColumn lower case; {@value #ANY} for columns of the dataset that nobody has listed
 * @param targetColumn lower case, or {@value #ANY}; null for the dataset as a whole
 * @param expression that makes the target, as written, at most {@value #LONGEST_EXPRESSION}
 *     characters; no part of the edge's identity
 * @param fromCatalogue whether the columns of a dataset had to be known from elsewhere to say this
 */
public record ColumnEdge(
    String sourceDataset,
    String sourceColumn,
    String targetDataset,
    @Nullable String targetColumn,
    Flow flow,
    @Nullable String expression,
    boolean fromCatalogue)
    implements Edge {

  public static final String ANY = "*";
  public static final int LONGEST_EXPRESSION = 4_000;

  @Override
  public String key() {
    String target = targetColumn == null ? "" : targetColumn;
    return sourceDataset
        + '\n'
        + sourceColumn
        + '\n'
        + targetDataset
        + '\n'
        + target
        + '\n'
        + flow.name(); // asked for so often that joining them shows in profiles
  }
}
