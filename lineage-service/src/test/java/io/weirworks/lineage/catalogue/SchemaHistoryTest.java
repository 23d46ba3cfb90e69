package io.weirworks.lineage.catalogue;

import static io.weirworks.lineage.dataset.KnownBy.RUNTIME;
import static io.weirworks.lineage.dataset.KnownBy.STATIC;
import static org.assertj.core.api.Assertions.assertThat;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.sql.SchemaChange;
import io.weirworks.lineage.sql.SchemaChange.Column;
import io.weirworks.lineage.sql.TableName;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SchemaHistoryTest {

  private static final TableName TABLE = TableName.parse("flights.clean");

  private static Confirmation run(int day) {
    return new Confirmation("run-" + day, 0, Instant.EPOCH.plusSeconds(day * 86_400L));
  }

  private static List<Column> columns(String names) {
    return Arrays.stream(names.split(" "))
        .map(name -> new Column(name, Optional.of("string")))
        .toList();
  }

  private static SchemaChange.Created created(String names, boolean ifNotExists) {
    return new SchemaChange.Created(
        TABLE, columns(names), List.of("ds"), Optional.empty(), ifNotExists);
  }

  private static List<String> names(SchemaHistory history) {
    return history.schema().map(TableSchema::names).orElse(List.of());
  }

  @Test
  void tableThatExistsStaysAsItIs() {
    // when
    SchemaHistory history =
        SchemaHistory.EMPTY
            .with(List.of(created("a ds", true)), run(1), STATIC)
            .with(List.of(created("b ds", true)), run(2), STATIC);

    // then
    assertThat(names(history)).containsExactly("a", "ds");
  }

  @Test
  void replacedTableHasTheNewColumns() {
    SchemaHistory history =
        SchemaHistory.EMPTY
            .with(List.of(created("a ds", false)), run(1), STATIC)
            .with(List.of(created("b ds", false)), run(2), STATIC);
    assertThat(names(history)).containsExactly("b", "ds");
  }

  @Test
  void addedColumnsGoBeforeThePartitionColumns() {
    SchemaHistory history =
        SchemaHistory.EMPTY.with(
            List.of(created("a b ds", false), new SchemaChange.ColumnsAdded(TABLE, columns("c d"))),
            run(1),
            STATIC);
    assertThat(names(history)).containsExactly("a", "b", "c", "d", "ds");
  }

  @Test
  void columnsAreDroppedRenamedAndReplacedWhateverTheirCase() {
    SchemaHistory history =
        SchemaHistory.EMPTY.with(List.of(created("a b c ds", false)), run(1), STATIC);
    assertThat(
            names(
                history.with(
                    List.of(new SchemaChange.ColumnsDropped(TABLE, List.of("B"))), run(2), STATIC)))
        .containsExactly("a", "c", "ds");
    assertThat(
            names(
                history.with(
                    List.of(new SchemaChange.ColumnRenamed(TABLE, "A", "z")), run(2), STATIC)))
        .containsExactly("z", "b", "c", "ds");
    assertThat(
            names(
                history.with(
                    List.of(new SchemaChange.ColumnsReplaced(TABLE, columns("x"))),
                    run(2),
                    STATIC)))
        .containsExactly("x", "ds");
  }

  @Test
  void columnsOfADroppedTableAreNotKnown() {
    SchemaHistory history =
        SchemaHistory.EMPTY.with(
            List.of(created("a ds", false), new SchemaChange.Dropped(TABLE)), run(1), STATIC);
    assertThat(history.schema()).isEmpty();
  }

  @Test
  void changeOfAnUnknownTableLeavesItUnknown() {
    SchemaHistory history =
        SchemaHistory.EMPTY.with(
            List.of(new SchemaChange.ColumnsAdded(TABLE, columns("a"))), run(1), STATIC);
    assertThat(history.schema()).isEmpty();
  }

  @Test
  void changeHeardLateTakesItsPlaceInTime() {
    // given
    SchemaHistory history =
        SchemaHistory.EMPTY
            .with(List.of(created("a ds", true)), run(3), STATIC)
            .with(List.of(new SchemaChange.ColumnsAdded(TABLE, columns("b"))), run(4), STATIC);

    // when
    SchemaHistory late = history.with(List.of(created("old ds", true)), run(1), STATIC);

    // then
    assertThat(names(late)).containsExactly("old", "b", "ds");
  }

  @Test
  void textsWordOfAStatementCountsWhicheverIsHeardFirst() {
    // given
    List<SchemaChange> text = List.of(created("a b ds", false));
    List<SchemaChange> engine = List.of(created("a ds", true), created("c ds", false));

    // then
    assertThat(
            SchemaHistory.EMPTY.with(engine, run(1), RUNTIME).with(text, run(1), STATIC).schema())
        .isEqualTo(
            SchemaHistory.EMPTY.with(text, run(1), STATIC).with(engine, run(1), RUNTIME).schema())
        .isEqualTo(SchemaHistory.EMPTY.with(text, run(1), STATIC).schema());
    assertThat(
            SchemaHistory.EMPTY
                .with(engine, run(1), RUNTIME)
                .with(List.of(), run(1), STATIC)
                .schema())
        .as("where the text says nothing the engine's word counts")
        .isEqualTo(SchemaHistory.EMPTY.with(engine, run(1), RUNTIME).schema());
  }

  @Test
  void engineThatTellsMoreOfAStatementIsHeardWhateverItToldFirst() {
    // given
    List<SchemaChange> part = List.of(created("a ds", false));
    List<SchemaChange> all = List.of(created("a ds", false), new SchemaChange.Dropped(TABLE));

    // then
    assertThat(SchemaHistory.EMPTY.with(part, run(1), RUNTIME).with(all, run(1), RUNTIME))
        .isEqualTo(SchemaHistory.EMPTY.with(all, run(1), RUNTIME).with(part, run(1), RUNTIME))
        .isEqualTo(SchemaHistory.EMPTY.with(all, run(1), RUNTIME));
  }

  @Test
  void dailyCreationDoesNotLetTheHistoryGrow() {
    // when
    SchemaHistory history = SchemaHistory.EMPTY;
    for (int day = 1; day <= 1_000; day++) {
      history = history.with(List.of(created("a ds", true)), run(day), STATIC);
    }

    // then
    assertThat(history.steps()).hasSize(SchemaHistory.KEPT);
    assertThat(names(history)).containsExactly("a", "ds");
    assertThat(history.with(List.of(new SchemaChange.Dropped(TABLE)), run(5), STATIC))
        .as("a change from before the kept ones comes too late")
        .isEqualTo(history);
  }
}
