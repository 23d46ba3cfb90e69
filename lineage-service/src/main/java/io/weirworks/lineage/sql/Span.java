package io.weirworks.lineage.sql;

/**
 * A stretch of the script as it was handed in.
 *
 * @param start first character, counted in UTF-16 units from 0
 * @param end one past the last character
 */
public record Span(int start, int end) {
  public Span {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException(
          "a span runs from 0 ≤ start to end ≥ start; this one has " + start + " to " + end);
    }
  }
}
