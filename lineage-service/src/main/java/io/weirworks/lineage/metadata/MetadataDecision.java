package io.weirworks.lineage.metadata;

import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.decision.Decision;
import io.weirworks.lineage.decision.Refusal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What people may say of a table, and what is refused. */
public final class MetadataDecision {

  static final int LONGEST_NOTE = 20_000;
  static final int LONGEST_DESCRIPTION = 2_000;
  static final int LONGEST_OWNER = 128;
  static final int LONGEST_TAG = 64;
  static final int MOST_TAGS = 50;
  static final int LONGEST_COLUMN_DESCRIPTION = 1_000;
  static final int MOST_COLUMNS = 500;

  /** A longer id of a dataset does not fit into a reply. */
  static final int LONGEST_TABLE = 240;

  private static final int NAMED = 10;

  private final TableMetadata before;
  private final Seen seen;

  private MetadataDecision(TableMetadata before, Seen seen) {
    this.before = before;
    this.seen = seen;
  }

  /**
   * What a command leads to.
   *
   * @param state null where nobody said anything yet
   * @param seen whether there is such a table, and its columns
   */
  public static Decision<MetadataEvent> decide(
      @Nullable TableMetadata state, DatasetRef dataset, Seen seen, MetadataCommand command) {
    MetadataDecision decision = new MetadataDecision(TableMetadata.begun(state, dataset), seen);
    return decision
        .wrongTable()
        .<Decision<MetadataEvent>>map(Decision::refused)
        .orElseGet(() -> decision.on(command));
  }

  private Optional<Refusal> wrongTable() {
    String id = before.dataset().id();
    return seen.known()
        ? Refusal.ifTooLong("table", id, LONGEST_TABLE)
        : Optional.of(
            new Refusal(
                Refusal.Code.NOT_FOUND,
                "no successful run and no metastore has shown this table; a right name is database.table",
                "table",
                id));
  }

  private Decision<MetadataEvent> on(MetadataCommand command) {
    return switch (command) {
      case MetadataCommand.UpdateTable update -> table(update);
      case MetadataCommand.UpdateColumn(String column, String description) ->
          Refusal.ifTooLong("description", description, LONGEST_COLUMN_DESCRIPTION)
              .<Decision<MetadataEvent>>map(Decision::refused)
              .orElseGet(() -> column(column, note(column).described(description)));
      case MetadataCommand.Classify(String column, var byHand) ->
          Optional.ofNullable(byHand)
              .flatMap(hand -> Optional.ofNullable(hand.sensitivity()))
              .flatMap(sensitivity -> sensitivity.fault())
              .<Decision<MetadataEvent>>map(Decision::refused)
              .orElseGet(() -> column(column, note(column).classified(byHand)));
    };
  }

  private ColumnNote note(String column) {
    return before.note(column.toLowerCase(Locale.ROOT));
  }

  private Decision<MetadataEvent> table(MetadataCommand.UpdateTable update) {
    BusinessMetadata old = before.business();
    BusinessMetadata wanted =
        new BusinessMetadata(
            update.usageNote() == null ? old.usageNote() : update.usageNote(),
            update.description() == null ? old.description() : update.description(),
            update.owner() == null ? old.owner() : update.owner(),
            update.tags() == null ? old.tags() : update.tags());
    List<String> asked = update.tags();
    Optional<Refusal> fault =
        fault(wanted).or(() -> asked == null ? Optional.empty() : wrongTag(asked));
    if (fault.isPresent()) {
      return Decision.refused(fault.get());
    }
    return wanted.equals(old)
        ? Decision.unchanged()
        : Decision.accepted(new MetadataEvent.TableChanged(before.dataset(), wanted));
  }

  private static Optional<Refusal> fault(BusinessMetadata wanted) {
    return Refusal.ifTooLong("usageNote", wanted.usageNote(), LONGEST_NOTE)
        .or(() -> Refusal.ifTooLong("description", wanted.description(), LONGEST_DESCRIPTION))
        .or(() -> Refusal.ifTooLong("owner", wanted.owner(), LONGEST_OWNER));
  }

  private static Optional<Refusal> wrongTag(List<String> tags) {
    if (tags.size() > MOST_TAGS) {
      return Optional.of(
          new Refusal(
              Refusal.Code.OUT_OF_RANGE,
              "a table has at most " + MOST_TAGS + " tags",
              "tags",
              String.valueOf(tags.size())));
    }
    return IntStream.range(0, tags.size())
        .mapToObj(i -> Refusal.ifBlankOrTooLong("tags[" + i + "]", tags.get(i), LONGEST_TAG))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private Decision<MetadataEvent> column(String column, ColumnNote wanted) {
    String name = column.toLowerCase(Locale.ROOT);
    if (!seen.columns().isEmpty() && !seen.columns().contains(name)) {
      List<String> some = seen.columns().stream().limit(NAMED).toList();
      return Decision.refused(
          new Refusal(
              Refusal.Code.NOT_FOUND,
              "the table has no such column; it has "
                  + String.join(", ", some)
                  + (some.size() < seen.columns().size() ? " and more" : ""),
              "column",
              column));
    }
    if (before.note(name).equals(wanted)) {
      return Decision.unchanged();
    }
    return full(name)
        .<Decision<MetadataEvent>>map(Decision::refused)
        .orElseGet(
            () ->
                Decision.accepted(new MetadataEvent.ColumnChanged(before.dataset(), name, wanted)));
  }

  private Optional<Refusal> full(String name) {
    return before.columns().containsKey(name) || before.columns().size() < MOST_COLUMNS
        ? Refusal.ifBlankOrTooLong("column", name, LONGEST_TABLE)
        : Optional.of(
            new Refusal(
                Refusal.Code.OUT_OF_RANGE,
                "at most " + MOST_COLUMNS + " columns of a table are described",
                "column",
                name));
  }
}
