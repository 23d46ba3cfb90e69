package io.weirworks.lineage.classification;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * A column that takes another one's values unchanged (IDENTITY) is as sensitive as that; no other
 * edge says anything, since an expression may hide what was sensitive or not.
 *
 * @param sources of each column those that it takes unchanged
 */
public record Inheritance(Map<ColumnName, List<ColumnName>> sources) {

  /** A column of a dataset. */
  public record ColumnName(String dataset, String column) {
    @Override
    public String toString() {
      return dataset + "." + column;
    }
  }

  private record Found(Sensitivity sensitivity, ColumnName at) {}

  /**
   * What a column inherits; of several sources the most sensitive, then the first by name. A source
   * that has a verdict of its own ends its path, also where that says nothing sensitive.
   *
   * @param own the verdict of a column by hand or rule
   */
  public Optional<Verdict> of(ColumnName column, Function<ColumnName, Optional<Verdict>> own) {
    Set<ColumnName> seen = new HashSet<>(Set.of(column));
    Deque<ColumnName> open = new ArrayDeque<>(sources.getOrDefault(column, List.of()));
    Set<Found> found = new HashSet<>();
    while (!open.isEmpty()) {
      ColumnName next = open.remove();
      if (!seen.add(next)) {
        continue;
      }
      Optional<Verdict> verdict = own.apply(next);
      if (verdict.isEmpty()) {
        open.addAll(sources.getOrDefault(next, List.of()));
      }
      verdict.map(Verdict::sensitivity).ifPresent(told -> found.add(new Found(told, next)));
    }
    return found.stream()
        .min(
            Comparator.comparingInt((Found each) -> each.sensitivity().level())
                .reversed()
                .thenComparing(each -> each.at().toString()))
        .map(each -> new Verdict(each.sensitivity(), Verdict.By.INHERITED, each.at().toString()));
  }
}
