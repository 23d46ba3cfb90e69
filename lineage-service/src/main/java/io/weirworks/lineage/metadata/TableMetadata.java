package io.weirworks.lineage.metadata;

import io.weirworks.lineage.classification.ColumnSample;
import io.weirworks.lineage.dataset.DatasetRef;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What people and the metastore say of a table. Its lineage, and the columns that DDL made, are
 * {@code TableLineage}'s.
 *
 * @param columns by name in lower case, those of which somebody said something
 * @param snapshot the metastore's last word; null: never asked
 * @param samples what the last profile of the columns' values counted; null: none did
 */
public record TableMetadata(
    DatasetRef dataset,
    BusinessMetadata business,
    SortedMap<String, ColumnNote> columns,
    @Nullable TableSnapshot snapshot,
    @Nullable TableSamples samples) {

  public TableMetadata {
    columns = Collections.unmodifiableSortedMap(new TreeMap<>(columns));
  }

  static TableMetadata of(DatasetRef dataset) {
    return new TableMetadata(dataset, BusinessMetadata.NONE, new TreeMap<>(), null, null);
  }

  /**
   * What a snapshot leads to: nothing where it is older than the last, so that any order and any
   * repetition of snapshots ends with the newest (R55). Of two of the same moment that differ the
   * greater as text stays.
   */
  public static Optional<MetadataEvent> observe(
      @Nullable TableMetadata state, DatasetRef dataset, TableSnapshot snapshot) {
    TableSnapshot last = state == null ? null : state.snapshot;
    if (last == null) {
      return Optional.of(new MetadataEvent.SnapshotReported(dataset, snapshot));
    }
    int later = snapshot.takenAt().compareTo(last.takenAt());
    if (snapshot.saysTheSameAs(last)) {
      return later <= 0
          ? Optional.empty()
          : Optional.of(new MetadataEvent.SnapshotConfirmed(dataset, snapshot.takenAt()));
    }
    boolean counts =
        later > 0 || (later == 0 && snapshot.toString().compareTo(last.toString()) > 0);
    return counts
        ? Optional.of(new MetadataEvent.SnapshotReported(dataset, snapshot))
        : Optional.empty();
  }

  /** What a profile leads to: nothing where it is older than the last; of two alike the greater. */
  public static Optional<MetadataEvent> profile(
      @Nullable TableMetadata state, DatasetRef dataset, TableSamples samples) {
    TableSamples last = state == null ? null : state.samples;
    return last == null || last.compareTo(samples) < 0
        ? Optional.of(new MetadataEvent.SamplesReported(dataset, samples))
        : Optional.empty();
  }

  public static TableMetadata evolve(@Nullable TableMetadata state, MetadataEvent event) {
    return switch (event) {
      case MetadataEvent.TableChanged(DatasetRef dataset, BusinessMetadata business) ->
          begun(state, dataset).with(business);
      case MetadataEvent.ColumnChanged(DatasetRef dataset, String column, ColumnNote note) ->
          begun(state, dataset).with(column, note);
      case MetadataEvent.SnapshotReported(DatasetRef dataset, TableSnapshot snapshot) ->
          begun(state, dataset).with(snapshot);
      case MetadataEvent.SamplesReported(DatasetRef dataset, TableSamples samples) ->
          begun(state, dataset).with(samples);
      case MetadataEvent.SnapshotConfirmed(DatasetRef dataset, var takenAt) -> {
        TableMetadata before = begun(state, dataset);
        yield before.snapshot == null ? before : before.with(before.snapshot.at(takenAt));
      }
    };
  }

  static TableMetadata begun(@Nullable TableMetadata state, DatasetRef dataset) {
    return state == null ? of(dataset) : state;
  }

  /** What somebody said of a column. */
  public ColumnNote note(String column) {
    return columns.getOrDefault(column, ColumnNote.NONE);
  }

  /** What the last profile counted of a column's values; null: none did. */
  @Nullable ColumnSample sample(String column) {
    return samples == null ? null : samples.columns().get(column);
  }

  /** All texts that search looks into, in lower case; the table's name is not of them. */
  public String searchText() {
    Stream<String> people =
        Stream.of(
                Stream.of(business.usageNote(), business.description(), business.owner()),
                business.tags().stream(),
                columns.values().stream().map(ColumnNote::description))
            .flatMap(texts -> texts);
    Stream<String> metastore = snapshot == null ? Stream.empty() : snapshot.texts();
    return Stream.concat(people, metastore)
        .filter(text -> !text.isBlank())
        .collect(Collectors.joining("\n"))
        .toLowerCase(Locale.ROOT);
  }

  private TableMetadata with(BusinessMetadata other) {
    return new TableMetadata(dataset, other, columns, snapshot, samples);
  }

  private TableMetadata with(TableSnapshot other) {
    return new TableMetadata(dataset, business, columns, other, samples);
  }

  private TableMetadata with(TableSamples other) {
    return new TableMetadata(dataset, business, columns, snapshot, other);
  }

  private TableMetadata with(String column, ColumnNote note) {
    SortedMap<String, ColumnNote> all = new TreeMap<>(columns);
    if (note.equals(ColumnNote.NONE)) {
      all.remove(column);
    } else {
      all.put(column, note);
    }
    return new TableMetadata(dataset, business, all, snapshot, samples);
  }
}
