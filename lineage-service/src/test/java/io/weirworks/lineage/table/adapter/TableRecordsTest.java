package io.weirworks.lineage.table.adapter;

import static io.weirworks.lineage.dataset.Flow.IDENTITY;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.contract.lineage.TableLineageState;
import io.weirworks.contract.lineage.TableLineageUpdated;
import io.weirworks.contract.lineage.UpdateTableLineage;
import io.weirworks.lineage.catalogue.adapter.LineageJson;
import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Flow;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.Provenance;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.sql.PartitionChange;
import io.weirworks.lineage.sql.PartitionChange.Kind;
import io.weirworks.lineage.sql.PartitionSpec;
import io.weirworks.lineage.sql.PathName;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.SchemaChange.Column;
import io.weirworks.lineage.sql.TableName;
import io.weirworks.lineage.table.Downstream;
import io.weirworks.lineage.table.TableEvent;
import io.weirworks.lineage.table.TableLineage;
import io.weirworks.lineage.table.TableUpdate;
import io.weirworks.lineage.table.Version;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.SchemaCatalogue;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
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
            .toList(),
        FILES,
        List.of(
            new PartitionChange(NAME, Kind.WRITTEN, new PartitionSpec(Map.of("ds", "20010101"))),
            new PartitionChange(NAME, Kind.DROPPED, PartitionSpec.ALL)));
  }

  private static TableEvent.Told told(TableUpdate update) {
    return new TableEvent.Told(update, update.version(), false);
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
    TableLineage state = fed(TableLineage.evolve(null, told(everything())), 1, "upper(c)");
    String small =
        LineageJson.write(state.with(version -> Version.named(version.hash()), List.of()));
    String large = LineageJson.write(StoredEdges.of(state));

    // then
    assertThat(small).doesNotContain("upper(c)");
    TableLineage read = LineageJson.read(small, TableLineage.class);
    assertThat(LineageJson.read(large, StoredEdges.class).in(read)).isEqualTo(state);
  }

  @Test
  void rowFromBeforeWordsOnSchemasHadASourceIsReadAsThatOfTexts() {
    // given
    TableLineage state = TableLineage.evolve(null, told(everything()));
    String row = LineageJson.write(state.with(version -> Version.named(version.hash()), List.of()));

    // when
    String old = row.replace(",\"knownBy\":\"RUNTIME\"}", "}").replace(",\"read\":null", "");
    TableLineage read = LineageJson.read(old, TableLineage.class);

    // then
    assertThat(old.length()).isLessThan(row.length());
    assertThat(read.schema().schema()).isEqualTo(state.schema().schema());
    assertThat(read.schema().with(everything().schemaChanges(), RUN, KnownBy.RUNTIME))
        .as("the text's word is there already")
        .isEqualTo(read.schema());
    assertThat(read.path()).isEqualTo(state.path());
  }

  @Test
  void stateRecordStaysWithinItsTopicsLimitWhateverItsEdges() {
    // given
    String longest = "é".repeat(ColumnEdge.LONGEST_EXPRESSION);
    TableLineage state = TableLineage.evolve(null, told(everything()));
    for (int batch = 1; batch <= 4; batch++) {
      int first = batch * 500;
      state =
          TableLineage.evolve(
              state,
              told(
                  new TableUpdate(
                      TABLE,
                      WRITER,
                      at("run-" + batch, batch),
                      false,
                      List.of(),
                      List.of(),
                      IntStream.range(first, first + 500)
                          .mapToObj(
                              i ->
                                  new ColumnEdge(
                                      "d.t" + i, "c", TABLE.id(), "a", IDENTITY, longest, false))
                          .toList())));
    }
    for (int i = 0; i < 2_000; i++) {
      state = fed(state, i, longest);
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

  @Test
  void eventsSayEnoughToKnowTheTableAndLeaveOutWhatWasSaidBefore() throws Exception {
    // given
    TableUpdate first = everything();
    TableUpdate again =
        new TableUpdate(
            TABLE,
            WRITER,
            at("run-2", 1_000_000_000),
            true,
            List.of(),
            first.tableEdges(),
            first.columnEdges());

    // when
    TableLineage state = null;
    TableLineage read = null;
    for (TableUpdate update : List.of(first, again)) {
      TableEvent.Told event = TableLineage.decide(state, update, false).orElseThrow();
      state = TableLineage.evolve(state, event);
      byte[] bytes = CODEC.encode(TableUpdateRecords.event(state, event));
      TableLineageUpdated record = (TableLineageUpdated) CODEC.decode(bytes);
      assertThat(record.getAsBefore()).isEqualTo(update.equals(again));
      assertThat(record.getTableEdges()).hasSize(update.equals(again) ? 0 : 1);
      read = TableLineage.evolve(read, TableUpdateRecords.domain(record));
    }

    // then
    assertThat(read).isEqualTo(state);
  }

  private static Confirmation at(String run, int second) {
    return new Confirmation(run, 0, Instant.ofEpochSecond(1_000_000_000L + second));
  }

  private static TableLineage fed(TableLineage state, int i, String expression) {
    DatasetRef target = table(i);
    Confirmation first = at("run-" + i, i);
    return TableLineage.evolve(
        state,
        new TableEvent.Feeds(
            new Downstream(
                target,
                List.of(new Provenance(WRITER, first, first)),
                List.of(
                    new ColumnEdge(
                        TABLE.id(), "a", target.id(), "b", IDENTITY, expression, false))),
            7,
            new Provenance(WRITER, first, first)));
  }

  private static DatasetRef table(int i) {
    String name = "d." + "n".repeat(40) + i;
    return new DatasetRef(name, DatasetKind.TABLE, name);
  }
}
