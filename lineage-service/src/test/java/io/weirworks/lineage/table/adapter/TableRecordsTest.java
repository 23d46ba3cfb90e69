package io.weirworks.lineage.table.adapter;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.lineage.TableLineageState;
import io.weirworks.contract.lineage.UpdateTableLineage;
import io.weirworks.lineage.catalogue.adapter.LineageJson;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Flow;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.sql.PathName;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.SchemaChange.Column;
import io.weirworks.lineage.sql.TableName;
import io.weirworks.lineage.table.TableLineage;
import io.weirworks.lineage.table.TableUpdate;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TableRecordsTest {

  private static final int LIMIT = 4 << 20;
  private static final AvroCodec CODEC = new AvroCodec(SchemaCatalogue.contract());
  private static final TableName NAME = TableName.parse("flights.clean");
  private static final DatasetRef TABLE =
      new DatasetRef("flights.clean", DatasetKind.TABLE, "flights.clean");
  private static final DatasetRef FILES =
      new DatasetRef("path:/data/raw.json", DatasetKind.PATH, "/data/raw.json");
  private static final Confirmation RUN =
      new Confirmation("run-1", 3, Instant.ofEpochMilli(978_393_600_123L));

  private static final Writer WRITER = new Writer(new Job("ws", "flow.node"), KnownBy.RUNTIME);

  private static TableUpdate everything() {
    List<Column> columns =
        List.of(new Column("a", Optional.of("int")), new Column("ds", Optional.empty()));
    return new TableUpdate(
        TABLE,
        WRITER,
        RUN,
        true,
        List.of(
            new SchemaChange.Created(
                NAME, columns, List.of("ds"), Optional.of(new PathName("/data/raw.json")), true),
            new SchemaChange.CreatedLike(NAME, TableName.parse("flights.model")),
            new SchemaChange.ColumnsAdded(NAME, columns),
            new SchemaChange.ColumnsReplaced(NAME, columns),
            new SchemaChange.ColumnsDropped(NAME, List.of("a")),
            new SchemaChange.ColumnRenamed(NAME, "a", "b"),
            new SchemaChange.Renamed(NAME, TableName.parse("flights.other")),
            new SchemaChange.Dropped(NAME)),
        List.of(new TableEdge(FILES, TABLE)),
        Arrays.stream(Flow.values())
            .map(
                flow ->
                    new ColumnEdge(
                        FILES.id(),
                        "c",
                        TABLE.id(),
                        flow.direct() ? "a" : null,
                        flow,
                        flow.direct() ? "upper(c)" : null,
                        flow.direct()))
            .toList());
  }

  @Test
  void commandSaysAllThatTheRunFound() throws Exception {
    // when
    UpdateTableLineage command = TableUpdateRecords.command(everything(), 7);
    UpdateTableLineage read = (UpdateTableLineage) CODEC.decode(CODEC.encode(command));

    // then
    assertThat(TableUpdateRecords.domain(read)).isEqualTo(everything());
    assertThat(read.getSender().getSubject()).isEqualTo("run-1");
    assertThat(read.getSender().getSequence()).isEqualTo(7);
  }

  @Test
  void storedTableIsReadAsItWasWritten() {
    TableLineage state = TableLineage.evolve(null, everything());
    assertThat(LineageJson.read(LineageJson.write(state), TableLineage.class)).isEqualTo(state);
  }

  @Test
  void stateRecordStaysWithinItsTopicsLimitWhateverItsEdges() {
    // given
    String longest = "é".repeat(ColumnEdge.LONGEST_EXPRESSION);
    TableLineage state = TableLineage.evolve(null, everything());
    for (int batch = 1; batch <= 4; batch++) {
      int first = batch * 500;
      Confirmation by =
          new Confirmation("run-" + batch, 0, Instant.ofEpochSecond(1_000_000_000L + batch));
      state =
          TableLineage.evolve(
              state,
              new TableUpdate(
                  TABLE,
                  WRITER,
                  by,
                  false,
                  List.of(),
                  IntStream.range(first, first + 500)
                      .mapToObj(i -> new TableEdge(TABLE, table(i)))
                      .toList(),
                  IntStream.range(first, first + 500)
                      .mapToObj(
                          i ->
                              new ColumnEdge(
                                  "d.t" + i, "c", TABLE.id(), "a", Flow.IDENTITY, longest, false))
                      .toList()));
    }

    // when
    TableLineageState record = TableStateRecords.of(state);

    // then
    assertThat(CODEC.encode(record).length).isLessThan(LIMIT);
    assertThat(record.getTruncated()).isTrue();
    assertThat(record.getColumnUpstream()).isNotEmpty();
    assertThat(record.getColumnUpstream().getFirst().getRunId()).isEqualTo("run-4");
    assertThat(record.getDownstream()).hasSizeGreaterThan(1_000);
  }

  private static DatasetRef table(int i) {
    String name = "d." + "n".repeat(40) + i;
    return new DatasetRef(name, DatasetKind.TABLE, name);
  }
}
