package io.weirworks.lineage.sql.scope;

import java.util.Optional;

/**
 * What {@code JOIN … USING (name)} makes one column of.
 *
 * @param sources both sides'
 * @param from the first of the joined relations, by its place in the scope
 * @param to one past the last
 */
public record MergedColumn(String name, Sources sources, int from, int to) {

  boolean covers(int relation) {
    return from <= relation && relation < to;
  }

  private boolean isWithin(int first, int last) {
    return first <= from && to <= last;
  }

  /** Whether a join of those relations by the same name has this column in its own. */
  boolean isPartOf(MergedColumn other) {
    return name.equalsIgnoreCase(other.name) && isWithin(other.from, other.to);
  }

  /** As it stands where only the relations [first, last) are; empty if it has others too. */
  Optional<MergedColumn> among(int first, int last) {
    return isWithin(first, last)
        ? Optional.of(new MergedColumn(name, sources, from - first, to - first))
        : Optional.empty();
  }
}
