package io.weirworks.lineage.partition.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.lineage.TablePartitionsState;
import io.weirworks.lineage.catalogue.adapter.LineageJson;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.partition.PartitionEvent;
import io.weirworks.lineage.partition.TablePartitions;
import io.weirworks.lineage.sql.PartitionChange;
import io.weirworks.lineage.sql.PartitionChange.Kind;
import io.weirworks.lineage.sql.PartitionSpec;
import io.weirworks.lineage.sql.TableName;
import io.weirworks.lineage.table.TableUpdate;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A table's partitions as rows and records. */
class PartitionWordRecordsTest {

  private static final int LIMIT = 4 << 20;
  private static final AvroCodec CODEC = new AvroCodec(SchemaCatalogue.contract());
  private static final DatasetRef TABLE = new DatasetRef("d.t", DatasetKind.TABLE, "d.t");
  private static final String LONG_NAME = "é".repeat(255);

  private static Optional<PartitionEvent> event(int count, String value) {
    List<PartitionChange> changes =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    new PartitionChange(
                        TableName.of("d", "t"),
                        Kind.WRITTEN,
                        new PartitionSpec(Map.of("ds", value + i))))
            .toList();
    TableUpdate update =
        new TableUpdate(
            TABLE,
            new Writer(new Job(LONG_NAME, LONG_NAME), KnownBy.STATIC),
            new Confirmation("run-1", 0, Instant.ofEpochSecond(1)),
            true,
            List.of(),
            List.of(),
            List.of(),
            null,
            changes);
    return TablePartitions.decide(null, update, new Confirmation("run-0", 0, Instant.EPOCH));
  }

  private static TablePartitions partitions(int count, String value) {
    return TablePartitions.evolve(null, event(count, value).orElseThrow());
  }

  @Test
  void stateAndEventStayWithinTheirTopicsLimitWhateverAStatementNames() {
    // given
    TablePartitions state = partitions(5_000, "é".repeat(490));

    // when
    TablePartitionsState record = PartitionWordRecords.state(state);

    // then
    assertThat(record.getWords()).hasSize(TablePartitions.MOST);
    assertThat(CODEC.encode(record).length).isLessThan(LIMIT);
    assertThat(CODEC.encode(PartitionWordRecords.event(new PartitionEvent(TABLE, state.words()))))
        .hasSizeLessThan(LIMIT);
  }

  @Test
  void partitionThatIsTooLongIsNotKept() {
    assertThat(event(1, "x".repeat(600))).isEmpty();
  }

  @Test
  void storedPartitionsAreReadAsTheyWereWritten() {
    TablePartitions state = partitions(3, "2001");
    assertThat(LineageJson.read(LineageJson.write(state), TablePartitions.class)).isEqualTo(state);
  }
}
