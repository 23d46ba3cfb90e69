package io.weirworks.lineage.catalogue;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.sql.SchemaChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What DDL did to a table, in the order in which it happened and not in that in which it was heard
 * (R55). Only the last {@value #KEPT} changes are kept apart; those before are folded together, and
 * a change from before them comes too late to count.
 *
 * @param base the table before {@code steps}; null where its columns were not known
 * @param upTo the last change that {@code base} includes; null where it includes none
 * @param steps the changes since, in order
 */
public record SchemaHistory(@Nullable TableSchema base, @Nullable Moment upTo, List<Step> steps) {

  static final int KEPT = 32;

  public static final SchemaHistory EMPTY = new SchemaHistory(null, null, List.of());

  /**
   * The place of a change in time.
   *
   * @param position among the changes of one statement, from 0
   */
  public record Moment(Confirmation by, int position) implements Comparable<Moment> {
    @Override
    public int compareTo(Moment other) {
      int byStatement = by.compareTo(other.by);
      return byStatement != 0 ? byStatement : Integer.compare(position, other.position);
    }
  }

  /** A change and when it was made. */
  public record Step(Moment at, SchemaChange change) {}

  public SchemaHistory {
    steps = List.copyOf(steps);
  }

  /**
   * With the changes that one statement made, in their order; those known already change nothing.
   */
  public SchemaHistory with(List<SchemaChange> changes, Confirmation by) {
    List<Step> all = new ArrayList<>(steps);
    for (int i = 0; i < changes.size(); i++) {
      Moment at = new Moment(by, i);
      boolean tooLate = upTo != null && at.compareTo(upTo) <= 0;
      if (!tooLate && all.stream().noneMatch(step -> step.at().equals(at))) {
        all.add(new Step(at, changes.get(i)));
      }
    }
    all.sort(Comparator.comparing(Step::at));
    return folded(all);
  }

  private SchemaHistory folded(List<Step> all) {
    int old = Math.max(0, all.size() - KEPT);
    return old == 0
        ? new SchemaHistory(base, upTo, all)
        : new SchemaHistory(
            fold(base, all.subList(0, old)), all.get(old - 1).at(), all.subList(old, all.size()));
  }

  private static @Nullable TableSchema fold(@Nullable TableSchema from, List<Step> steps) {
    TableSchema schema = from;
    for (Step step : steps) {
      schema = TableSchema.after(schema, step.change());
    }
    return schema;
  }

  /** The table as it is now; empty where its columns are not known. */
  public Optional<TableSchema> schema() {
    return Optional.ofNullable(fold(base, steps));
  }
}
