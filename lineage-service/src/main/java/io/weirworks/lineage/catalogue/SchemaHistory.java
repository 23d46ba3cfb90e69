package io.weirworks.lineage.catalogue;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.sql.SchemaChange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What DDL did to a table, in the order in which it happened and not in that in which it was heard
 * (R55). Only about the last {@value #KEPT} changes are kept apart; those before are folded
 * together, and a change from before them comes too late to count.
 *
 * @param base the table before {@code steps}; null where its columns were not known
 * @param upTo the last change that {@code base} includes; null where it includes none
 * @param steps the changes since, in order
 */
public record SchemaHistory(@Nullable TableSchema base, @Nullable Moment upTo, List<Step> steps) {

  static final int KEPT = 32;

  public static final SchemaHistory EMPTY = new SchemaHistory(null, null, List.of());

  /** What one statement is said to have done: that which counts is the greatest. */
  private static final Comparator<List<Step>> WORD =
      Comparator.<List<Step>>comparingInt(SchemaHistory::rank)
          .thenComparingInt(List::size)
          .thenComparing(word -> word.stream().map(Step::change).toList().toString());

  private static int rank(List<Step> word) {
    if (word.isEmpty()) {
      return 0;
    }
    return word.getFirst().isOfText() ? 2 : 1;
  }

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

  /**
   * A change and when it was made.
   *
   * @param knownBy how it is known; null in rows from before it was kept, which have those of texts
   */
  public record Step(Moment at, SchemaChange change, @Nullable KnownBy knownBy) {
    boolean isOfText() {
      return knownBy != KnownBy.RUNTIME;
    }
  }

  public SchemaHistory {
    steps = List.copyOf(steps);
  }

  /**
   * With the changes that one statement made, in their order; those known already change nothing.
   * Where text and engine both tell what a statement did, the text's word counts, whichever was
   * heard first: it alone tells partition columns and what was altered. Of two words of the same
   * kind, which an engine may say as it tells more and more, the longer one counts, of equally long
   * ones the greater as text.
   */
  public SchemaHistory with(List<SchemaChange> changes, Confirmation by, KnownBy knownBy) {
    boolean tooLate = upTo != null && by.compareTo(upTo.by()) <= 0;
    List<Step> told = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      told.add(new Step(new Moment(by, i), changes.get(i), knownBy));
    }
    List<Step> before = steps.stream().filter(step -> step.at().by().equals(by)).toList();
    if (tooLate || WORD.compare(told, before) <= 0) {
      return this;
    }
    List<Step> all = new ArrayList<>(steps);
    all.removeAll(before);
    all.addAll(told);
    all.sort(Comparator.comparing(Step::at));
    return folded(all);
  }

  /**
   * What one statement did is folded as a whole, so that its words can be told from one another.
   */
  private SchemaHistory folded(List<Step> all) {
    int old = Math.max(0, all.size() - KEPT);
    while (old > 0 && all.get(old - 1).at().by().equals(all.get(old).at().by())) {
      old--;
    }
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
