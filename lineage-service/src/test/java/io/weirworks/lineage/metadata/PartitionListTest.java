package io.weirworks.lineage.metadata;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.catalogue.SchemaHistory.Moment;
import io.weirworks.lineage.catalogue.TableSchema;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.partition.PartitionEvent;
import io.weirworks.lineage.partition.PartitionWord;
import io.weirworks.lineage.partition.TablePartitions;
import io.weirworks.lineage.sql.PartitionChange.Kind;
import io.weirworks.lineage.sql.PartitionSpec;
import io.weirworks.lineage.sql.SchemaChange.Column;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What statements and the metastore say of partitions together. */
class PartitionListTest {

  private static final DatasetRef TABLE = new DatasetRef("d.t", DatasetKind.TABLE, "d.t");

  /** Words are {@code <kind> <ds> <second>}; the snapshot is of second 10. */
  @ParameterizedTest(name = "{0} and {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "WRITTEN 1 5                 | -         | ds=1 WRITTEN 5",
        "WRITTEN 1 5                 | ds=1      | ds=1 WRITTEN 5 in metastore",
        "WRITTEN 1 5                 | ds=2      | ds=2 in metastore",
        "WRITTEN 1 10                | ds=2      | ds=2 in metastore",
        "WRITTEN 1 11                | ds=2      | ds=2 in metastore; ds=1 WRITTEN 11",
        "DROPPED 1 5                 | ds=1      | ds=1 in metastore",
        "DROPPED 1 11                | ds=1 ds=2 | ds=2 in metastore",
        "DROPPED 1 11, WRITTEN 1 12  | ds=1      | ds=1 WRITTEN 12",
        "WRITTEN 1 5, DROPPED 1 6    | ds=1      | ds=1 in metastore",
        "ADDED 1 4, WRITTEN 1 5      | -         | ds=1 WRITTEN 5"
      })
  void snapshotCountsByItsMoment(String words, String snapshot, String expected) {
    // given
    TablePartitions said =
        said(
            Arrays.stream(words.split(", "))
                .map(one -> one.split(" "))
                .map(p -> word(p[0], Integer.parseInt(p[2]), Map.of("ds", p[1])))
                .toArray(PartitionWord[]::new));
    @Nullable List<String> names = snapshot.equals("-") ? null : List.of(snapshot.split(" "));

    // when
    PartitionList list = PartitionList.of(Optional.of(said), table(names, "ds string"));

    // then
    assertThat(shown(list)).containsExactly(expected.split("; "));
    assertThat(list.truncated()).isFalse();
  }

  @Test
  void snapshotThatLeavesPartitionsOutDoesNotDenyThem() {
    TablePartitions said = said(word("WRITTEN", 5, Map.of("ds", "1")));
    PartitionList list =
        PartitionList.of(Optional.of(said), table(List.of("ds=3"), 2, "ds string"));
    assertThat(shown(list)).containsExactly("ds=3 in metastore", "ds=1 WRITTEN 5");
    assertThat(list.truncated()).isTrue();
  }

  @Test
  void partitionIsSpelledAsHiveDoesHoweverStatementsWriteIt() {
    // given
    TablePartitions said =
        said(
            word("WRITTEN", 1, Map.of("hr", "01", "ds", "2001-01-01 a/b")),
            word("WRITTEN", 2, Map.of("hr", "1", "ds", "2001-01-01 a/b")),
            word("WRITTEN", 3, Map.of("ds", "1")));

    // when
    PartitionList list = PartitionList.of(Optional.of(said), table(null, "ds string", "hr int"));

    // then
    assertThat(shown(list))
        .as("all that partition it must have a value")
        .containsExactly("ds=2001-01-01 a%2Fb/hr=1 WRITTEN 2");
  }

  @ParameterizedTest
  @CsvSource({"ds=20010101/hr=01", "ds=a%2Fb%3D%25", "x%3Dy=1", "ds=__HIVE_DEFAULT_PARTITION__"})
  void nameOfAPartitionIsReadAsItIsWritten(String name) {
    PartitionSpec spec = PartitionName.parse(name).orElseThrow();
    assertThat(PartitionName.of(spec, List.of())).isEqualTo(name);
  }

  private static List<String> shown(PartitionList list) {
    return list.partitions().stream()
        .map(
            one ->
                one.name()
                    + (one.last() == null
                        ? ""
                        : " "
                            + one.last().kind()
                            + " "
                            + one.last().at().by().observedAt().getEpochSecond())
                    + (one.inMetastore() ? " in metastore" : ""))
        .toList();
  }

  private static PartitionWord word(String kind, int second, Map<String, String> values) {
    return new PartitionWord(
        new PartitionSpec(values),
        Kind.valueOf(kind),
        new Moment(new Confirmation("run", 0, Instant.ofEpochSecond(second)), 0),
        new Job("ws", "flow.node"));
  }

  private static TablePartitions said(PartitionWord... words) {
    return TablePartitions.evolve(null, new PartitionEvent(TABLE, List.of(words)));
  }

  private static DescribedTable table(@Nullable List<String> partitions, String... columns) {
    return table(partitions, partitions == null ? 0 : partitions.size(), columns);
  }

  private static DescribedTable table(
      @Nullable List<String> partitions, int count, String... columns) {
    List<Column> all =
        Arrays.stream(columns)
            .map(column -> column.split(" "))
            .map(column -> new Column(column[0], Optional.of(column[1])))
            .toList();
    TableSnapshot snapshot =
        new TableSnapshot(
            List.of(),
            List.of(),
            partitions == null ? List.of() : partitions,
            count,
            null,
            null,
            null,
            null,
            null,
            null,
            Instant.ofEpochSecond(10));
    return DescribedTable.of(
        TABLE,
        Optional.of(new TableSchema(all, all.stream().map(Column::name).toList())),
        partitions == null
            ? Optional.empty()
            : Optional.of(
                TableMetadata.evolve(null, new MetadataEvent.SnapshotReported(TABLE, snapshot))));
  }
}
