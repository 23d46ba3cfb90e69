package io.weirworks.lineage.table;

import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.dataset.ColumnEdge;
import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.DatasetKind;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Flow;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.dataset.KnownBy;
import io.weirworks.lineage.dataset.TableEdge;
import io.weirworks.lineage.dataset.Writer;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.SchemaChange.Column;
import io.weirworks.lineage.sql.TableName;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

/** Any order and any repetition of updates gives the same table (field-failures R55). */
class TableLineageProperties {

  private static final DatasetRef TABLE = new DatasetRef("d.t", DatasetKind.TABLE, "d.t");
  private static final TableName NAME = TableName.parse("d.t");

  private static DatasetRef other(int i) {
    return new DatasetRef("d.o" + i, DatasetKind.TABLE, "d.o" + i);
  }

  private static Arbitrary<Integer> upTo(int most) {
    return Arbitraries.integers().between(0, most);
  }

  private static Arbitrary<TableEdge> tableEdge() {
    return Combinators.combine(upTo(3), Arbitraries.of(true, false))
        .as((i, into) -> into ? new TableEdge(other(i), TABLE) : new TableEdge(TABLE, other(i)));
  }

  private static Arbitrary<ColumnEdge> columnEdge() {
    return Combinators.combine(upTo(2), upTo(2), Arbitraries.of(Flow.values()), upTo(2))
        .as(
            (source, target, flow, text) ->
                new ColumnEdge(
                    "d.o" + source, "c" + target, "d.t", "x", flow, "expression " + text, false));
  }

  private static Arbitrary<SchemaChange> change() {
    List<Column> columns =
        List.of(new Column("a", Optional.of("int")), new Column("ds", Optional.empty()));
    return Arbitraries.of(
        new SchemaChange.Created(NAME, columns, List.of("ds"), Optional.empty(), true),
        new SchemaChange.Created(NAME, columns.subList(0, 1), List.of(), Optional.empty(), false),
        new SchemaChange.ColumnsAdded(NAME, List.of(new Column("b", Optional.empty()))),
        new SchemaChange.ColumnsDropped(NAME, List.of("a")),
        new SchemaChange.ColumnRenamed(NAME, "b", "c"),
        new SchemaChange.Dropped(NAME));
  }

  private static final Writer WRITER = new Writer(new Job("ws", "flow.node"), KnownBy.STATIC);

  /** One statement of a run says one thing only: its place decides what. */
  @Provide
  Arbitrary<List<TableUpdate>> updates() {
    Arbitrary<TableUpdate> update =
        Combinators.combine(
                upTo(4),
                upTo(2),
                change().list().ofMaxSize(2),
                tableEdge().list().ofMaxSize(3),
                columnEdge().list().ofMaxSize(3))
            .as(
                (run, statement, changes, tables, columns) ->
                    new TableUpdate(
                        TABLE,
                        WRITER,
                        new Confirmation("r" + run, statement, Instant.ofEpochSecond(run / 2)),
                        false,
                        changes,
                        tables,
                        columns));
    return update.list().ofMinSize(1).ofMaxSize(12).uniqueElements(TableUpdate::by);
  }

  private static @Nullable TableLineage told(List<TableUpdate> updates) {
    TableLineage state = null;
    for (TableUpdate update : updates) {
      Optional<TableUpdate> event = TableLineage.decide(state, update);
      if (event.isPresent()) {
        state = TableLineage.evolve(state, event.get());
      }
    }
    return state;
  }

  @Property(tries = 500, seed = "20261120")
  void anyPermutationAndDuplicationGivesTheSameTable(
      @ForAll("updates") List<TableUpdate> updates, @ForAll Random random) {
    // given
    List<TableUpdate> shuffled = new ArrayList<>(updates);
    for (int i = 0; i < updates.size(); i++) {
      shuffled.add(updates.get(random.nextInt(updates.size())));
    }
    Collections.shuffle(shuffled, random);

    // then
    assertThat(told(shuffled)).isEqualTo(told(updates));
  }

  @Property(tries = 300, seed = "20261120")
  void whatIsKnownTellsNothingAgain(@ForAll("updates") List<TableUpdate> updates) {
    TableLineage state = told(updates);
    assertThat(updates).allSatisfy(u -> assertThat(TableLineage.decide(state, u)).isEmpty());
  }
}
