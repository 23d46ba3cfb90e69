package io.weirworks.lineage.metadata;

import io.weirworks.lineage.catalogue.TableSchema;
import io.weirworks.lineage.classification.ByHand;
import io.weirworks.lineage.classification.Classifier;
import io.weirworks.lineage.classification.ColumnFacts;
import io.weirworks.lineage.classification.ColumnSample;
import io.weirworks.lineage.classification.Inheritance.ColumnName;
import io.weirworks.lineage.classification.Verdict;
import io.weirworks.lineage.dataset.DatasetRef;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table as the Data Map shows it: what DDL, metastore and people say, put together.
 *
 * @param metadata empty of all where nobody said anything
 * @param columns in order; empty where nobody knows them
 */
public record DescribedTable(
    DatasetRef dataset, TableMetadata metadata, List<DescribedColumn> columns) {

  /**
   * A column.
   *
   * @param type null where a query defines it
   * @param comment the metastore's
   * @param description what people say; empty: nothing
   * @param partition whether it partitions the table
   * @param sample what the last profile counted of its values; null: none did
   */
  public record DescribedColumn(
      String name,
      @Nullable String type,
      @Nullable String comment,
      String description,
      boolean partition,
      @Nullable ByHand byHand,
      @Nullable ColumnSample sample) {

    /** All that is written of it. */
    List<String> comments() {
      return Stream.of(Optional.ofNullable(comment), Optional.of(description))
          .flatMap(Optional::stream)
          .filter(text -> !text.isBlank())
          .toList();
    }

    public Optional<Verdict> verdict(Classifier classifier) {
      return classifier.verdict(new ColumnFacts(name, comments(), sample), byHand);
    }
  }

  /**
   * The columns are those of the last definition that is known; a snapshot is one, so that it needs
   * to be looked at only for what DDL does not say.
   */
  public static DescribedTable of(
      DatasetRef dataset, Optional<TableSchema> schema, Optional<TableMetadata> metadata) {
    TableMetadata said = metadata.orElseGet(() -> TableMetadata.of(dataset));
    Optional<TableSnapshot> snapshot = Optional.ofNullable(said.snapshot());
    Map<String, TableSnapshot.Field> fields = new HashMap<>();
    snapshot.ifPresent(shot -> shot.fields().forEach(field -> fields.put(field.name(), field)));
    List<DescribedColumn> columns =
        schema.or(() -> snapshot.flatMap(TableSnapshot::schema)).stream()
            .flatMap(known -> described(known, said, fields))
            .toList();
    return new DescribedTable(dataset, said, columns);
  }

  private static Stream<DescribedColumn> described(
      TableSchema schema, TableMetadata said, Map<String, TableSnapshot.Field> fields) {
    return schema.columns().stream()
        .map(
            column -> {
              String name = column.name().toLowerCase(Locale.ROOT);
              Optional<TableSnapshot.Field> field = Optional.ofNullable(fields.get(name));
              ColumnNote note = said.note(name);
              return new DescribedColumn(
                  name,
                  column.type().or(() -> field.map(TableSnapshot.Field::type)).orElse(null),
                  field.map(TableSnapshot.Field::comment).orElse(null),
                  note.description(),
                  schema.partitions().stream().anyMatch(name::equalsIgnoreCase),
                  note.byHand(),
                  said.sample(name));
            });
  }

  /**
   * What hand and rules say of one of its columns; a column that nobody listed goes by its name.
   */
  public Optional<Verdict> verdict(ColumnName column, Classifier classifier) {
    return columns.stream()
        .filter(each -> each.name().equals(column.column()))
        .findFirst()
        .orElseGet(() -> unlisted(column.column()))
        .verdict(classifier);
  }

  private DescribedColumn unlisted(String name) {
    ColumnNote note = metadata.note(name);
    return new DescribedColumn(
        name, null, null, note.description(), false, note.byHand(), metadata.sample(name));
  }

  /** Who answers for it: whom people name, else whom the metastore names; empty: nobody. */
  public String owner() {
    String named = metadata.business().owner();
    TableSnapshot snapshot = metadata.snapshot();
    String owner = snapshot == null ? null : snapshot.owner();
    return named.isEmpty() && owner != null ? owner : named;
  }
}
