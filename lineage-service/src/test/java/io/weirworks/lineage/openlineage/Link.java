package io.weirworks.lineage.openlineage;

import io.weirworks.lineage.dataset.Flow;

/**
 * A column edge as both sources can tell it.
 *
 * @param column of the target; {@link #ROWS} for what decides about its rows
 */
record Link(String source, String sourceColumn, String target, String column, Flow flow) {
  static final String ROWS = "(rows)";

  /** The same with another flow. */
  Link by(Flow other) {
    return new Link(source, sourceColumn, target, column, other);
  }

  boolean isBetween(String from, String to) {
    return source.equals(from) && target.equals(to);
  }

  /** Whether the other one goes from the same column into the same dataset. */
  boolean isBeside(Link other) {
    return isBetween(other.source, other.target) && sourceColumn.equals(other.sourceColumn);
  }

  boolean isOfRows() {
    return column.equals(ROWS);
  }

  boolean staysInTable() {
    return source.equals(target);
  }

  boolean comesFromFiles() {
    return source.startsWith("path:") && !target.startsWith("path:");
  }

  @Override
  public String toString() {
    return "%s.%s -> %s.%s %s".formatted(source, sourceColumn, target, column, flow);
  }
}
