package io.weirworks.lineage.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.catalogue.TableSchema;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.metadata.DescribedTable.DescribedColumn;
import io.weirworks.lineage.metadata.TableSnapshot.Field;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.TableName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a metastore says, in whatever order it is heard. */
class TableSnapshotTest {

  private static final DatasetRef RAW =
      new DatasetRef("flights.raw", DatasetKind.TABLE, "flights.raw");
  private static final TableName NAME = TableName.of("flights", "raw");

  @Test
  void olderSnapshotNeverUndoesANewerOneInAnyOrderAndRepetition() {
    // given
    List<TableSnapshot> snapshots =
        List.of(
            snapshot(1, "ada", "date"),
            snapshot(2, "bob", "date", "delay"),
            snapshot(3, "ada", "date"),
            snapshot(3, "eve", "date"),
            snapshot(4, "ada", "date"));
    TableMetadata inOrder = heard(snapshots);

    for (int seed = 0; seed < 50; seed++) {
      // when
      List<TableSnapshot> shuffled = new ArrayList<>(snapshots);
      shuffled.addAll(snapshots);
      Collections.shuffle(shuffled, new Random(seed));

      // then
      assertThat(heard(shuffled)).as("seed %d", seed).isEqualTo(inOrder);
    }
    assertThat(inOrder.snapshot()).isEqualTo(snapshot(4, "ada", "date"));
  }

  @Test
  void snapshotThatSaysTheSameLaterIsKeptAndNotTold() {
    // given
    TableMetadata state = heard(List.of(snapshot(1, "ada", "date")));

    // then
    assertThat(TableMetadata.observe(state, RAW, snapshot(2, "ada", "date")))
        .contains(new MetadataEvent.SnapshotConfirmed(RAW, Instant.ofEpochSecond(2)));
    assertThat(TableMetadata.observe(state, RAW, snapshot(1, "ada", "date"))).isEmpty();
  }

  @Test
  void catalogueIsToldOnlyOfColumnsThatItDoesNotKnowSo() {
    // given
    TableSnapshot snapshot = snapshot(1, "ada", "DATE");

    // when
    SchemaChange.Created created = snapshot.news(NAME, Optional.empty()).orElseThrow();

    // then
    assertThat(created.columns()).containsExactly(column("date", "int"), column("ds", "string"));
    assertThat(created.partitionColumns()).containsExactly("ds");
    assertThat(snapshot.news(NAME, Optional.of(schema("INT")))).isEmpty();
    assertThat(snapshot.news(NAME, Optional.of(schema("STRING")))).contains(created);
  }

  @Test
  void whatARecordCannotHoldIsLeftOut() {
    // given
    List<String> partitions = IntStream.range(0, 5_000).mapToObj(i -> "ds=" + i).toList();

    // when
    TableSnapshot snapshot =
        new TableSnapshot(
            List.of(
                new Field("a", "int", "x".repeat(600)), new Field("b", "y".repeat(500_000), null)),
            List.of(),
            partitions,
            5_000,
            null,
            "z".repeat(5_000),
            null,
            null,
            null,
            null,
            Instant.EPOCH);

    // then
    assertThat(snapshot.columns()).extracting(Field::name).containsExactly("a");
    assertThat(snapshot.columns().getFirst().comment()).hasSize(500);
    assertThat(snapshot.partitions()).hasSize(1_000);
    assertThat(snapshot.partitionCount()).isEqualTo(5_000);
    assertThat(snapshot.comment()).hasSize(4_000);
  }

  @Test
  void tableIsDescribedByDdlMetastoreAndPeopleTogether() {
    // given
    TableMetadata said =
        TableMetadata.evolve(
            heard(List.of(snapshot(1, "ada", "date"))),
            new MetadataEvent.ColumnChanged(RAW, "date", new ColumnNote("the day", null)));

    // when
    DescribedTable table =
        DescribedTable.of(RAW, Optional.of(schema("TIMESTAMP")), Optional.of(said));

    // then
    assertThat(table.columns())
        .containsExactly(
            new DescribedColumn("date", "TIMESTAMP", "of date", "the day", false, null, null),
            new DescribedColumn("ds", "string", null, "", true, null, null));
    assertThat(table.owner()).isEqualTo("ada");
    assertThat(said.searchText()).isEqualTo("the day\nada\nof date");
  }

  @Test
  void ddlIsWrittenFromWhatIsKnownNow() {
    // given
    TableMetadata said = heard(List.of(snapshot(1, "ada", "date", "it's")));

    // then
    assertThat(TableDdl.of(DescribedTable.of(RAW, Optional.empty(), Optional.of(said))))
        .hasValue(
            """
            CREATE TABLE flights.raw (
              date int COMMENT 'of date',
              `it's` int COMMENT 'of it\\'s',
              ds string)
            USING parquet
            PARTITIONED BY (ds)
            LOCATION 'file:/warehouse/raw'""");
    assertThat(
            TableDdl.of(
                DescribedTable.of(
                    RAW,
                    Optional.of(
                        new TableSchema(
                            List.of(new SchemaChange.Column("a", Optional.empty())), List.of())),
                    Optional.empty())))
        .as("a query defines the column's type")
        .isEmpty();
  }

  private static TableMetadata heard(List<TableSnapshot> snapshots) {
    @Nullable TableMetadata state = null;
    for (TableSnapshot snapshot : snapshots) {
      Optional<MetadataEvent> event = TableMetadata.observe(state, RAW, snapshot);
      if (event.isPresent()) {
        state = TableMetadata.evolve(state, event.get());
      }
    }
    return Objects.requireNonNull(state);
  }

  private static TableSchema schema(String type) {
    return new TableSchema(List.of(column("date", type), column("ds", "string")), List.of("ds"));
  }

  private static SchemaChange.Column column(String name, String type) {
    return new SchemaChange.Column(name, Optional.of(type));
  }

  private static TableSnapshot snapshot(int second, String owner, String... columns) {
    return new TableSnapshot(
        List.of(columns).stream()
            .map(name -> new Field(name, "int", "of " + name.toLowerCase(Locale.ROOT)))
            .toList(),
        List.of(new Field("ds", "string", null)),
        List.of("ds=1"),
        1,
        owner,
        null,
        "file:/warehouse/raw",
        "parquet",
        null,
        null,
        Instant.ofEpochSecond(second));
  }
}
