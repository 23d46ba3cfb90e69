package io.weirworks.lineage.classification;

import java.util.List;

/**
 * How many values of a column passed tests of their content; the values themselves are nowhere.
 *
 * @param sampled values that were looked at, neither null nor empty
 * @param hits tests that at least one passed
 */
public record ColumnSample(int sampled, List<Hits> hits) {

  private static final int MOST = 50;
  private static final int PERCENT = 100;

  /**
   * A test and how many values passed it.
   *
   * @param value the built-in type or the regular expression
   */
  public record Hits(Condition.Match match, String value, int count) {}

  public ColumnSample {
    hits = hits.stream().limit(MOST).toList();
  }

  /** Whether so many of a hundred passed; a test that was not made was passed by none. */
  boolean reaches(Condition.Match match, String value, int percent) {
    return sampled > 0
        && hits.stream()
            .filter(one -> one.match() == match && one.value().equals(value))
            .anyMatch(one -> (long) one.count() * PERCENT >= (long) percent * sampled);
  }

  public int characters() {
    return hits.stream().mapToInt(one -> one.value().length()).sum();
  }
}
