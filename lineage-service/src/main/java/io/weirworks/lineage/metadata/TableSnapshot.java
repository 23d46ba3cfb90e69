package io.weirworks.lineage.metadata;

import io.weirworks.lineage.catalogue.TableSchema;
import io.weirworks.lineage.sql.PathName;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.TableName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table as a Hive metastore had it at one moment, kept within what a record holds.
 *
 * @param columns in order, without those that partition it
 * @param partitions in Hive's form, such as {@code ds=20010101/hr=01}, the last by name first
 * @param partitionCount those left out included
 * @param takenAt when the metastore was asked, whole milliseconds
 */
public record TableSnapshot(
    List<Field> columns,
    List<Field> partitionColumns,
    List<String> partitions,
    int partitionCount,
    @Nullable String owner,
    @Nullable String comment,
    @Nullable String location,
    @Nullable String format,
    @Nullable Instant createdAt,
    @Nullable Instant modifiedAt,
    Instant takenAt) {

  /**
   * Characters of the columns, of those that partition, and of the partitions that are kept at
   * most: with all that people may say the state record is within its topic's limit (4 MiB).
   */
  static final int COLUMN_CHARACTERS = 200_000;

  static final int PARTITION_CHARACTERS = 100_000;
  static final int MOST_PARTITIONS = 1_000;
  static final int MOST_COLUMNS = 2_000;
  private static final int LONGEST_COMMENT = 4_000;
  private static final int LONGEST_NAME = 200;
  private static final int LONGEST_COLUMN_COMMENT = 500;

  /** A column as the metastore says it. */
  public record Field(String name, String type, @Nullable String comment) {
    public Field {
      name = name.toLowerCase(Locale.ROOT);
      comment = cut(comment, LONGEST_COLUMN_COMMENT);
    }

    int characters() {
      return name.length() + type.length() + (comment == null ? 0 : comment.length());
    }
  }

  public TableSnapshot {
    partitionColumns =
        fitting(partitionColumns, MOST_COLUMNS, COLUMN_CHARACTERS, Field::characters);
    columns =
        fitting(
            columns, MOST_COLUMNS - partitionColumns.size(), COLUMN_CHARACTERS, Field::characters);
    partitions = fitting(partitions, MOST_PARTITIONS, PARTITION_CHARACTERS, String::length);
    comment = cut(comment, LONGEST_COMMENT);
    location = cut(location, LONGEST_COMMENT);
    owner = cut(owner, LONGEST_NAME);
    format = cut(format, LONGEST_NAME);
  }

  private static <T> List<T> fitting(
      List<T> all, int most, int characters, ToIntFunction<T> length) {
    List<T> kept = new ArrayList<>();
    int left = characters;
    for (T each : all) {
      left -= length.applyAsInt(each);
      if (kept.size() == most || left < 0) {
        break;
      }
      kept.add(each);
    }
    return List.copyOf(kept);
  }

  private static @Nullable String cut(@Nullable String text, int most) {
    if (text == null || text.length() <= most) {
      return text == null || text.isEmpty() ? null : text;
    }
    return text.substring(0, Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most);
  }

  /** All columns, those that partition it last. */
  public List<Field> fields() {
    return Stream.concat(columns.stream(), partitionColumns.stream()).toList();
  }

  /** What was written of the table and its columns, and who owns it. */
  Stream<String> texts() {
    return Stream.concat(
            Stream.of(Optional.ofNullable(owner), Optional.ofNullable(comment)),
            fields().stream().map(field -> Optional.ofNullable(field.comment())))
        .flatMap(Optional::stream);
  }

  boolean saysTheSameAs(TableSnapshot other) {
    return at(Instant.EPOCH).equals(other.at(Instant.EPOCH));
  }

  /** The same, said at another time. */
  TableSnapshot at(Instant time) {
    return new TableSnapshot(
        columns,
        partitionColumns,
        partitions,
        partitionCount,
        owner,
        comment,
        location,
        format,
        createdAt,
        modifiedAt,
        time);
  }

  /** The columns as a catalogue has them; empty where it names none. */
  public Optional<TableSchema> schema() {
    List<SchemaChange.Column> all =
        fields().stream()
            .map(field -> new SchemaChange.Column(field.name(), Optional.of(field.type())))
            .toList();
    return all.isEmpty()
        ? Optional.empty()
        : Optional.of(new TableSchema(all, partitionColumns.stream().map(Field::name).toList()));
  }

  /**
   * What tells a catalogue of the columns, whatever was there; empty where it knows them so.
   *
   * @param known what the catalogue has
   */
  public Optional<SchemaChange.Created> news(TableName table, Optional<TableSchema> known) {
    return schema()
        .filter(own -> known.isEmpty() || !said(own).equals(said(known.get())))
        .map(
            own ->
                new SchemaChange.Created(
                    table,
                    own.columns(),
                    own.partitions(),
                    Optional.ofNullable(location).map(PathName::new),
                    false));
  }

  private static String said(TableSchema schema) {
    return schema.toString().toLowerCase(Locale.ROOT);
  }
}
