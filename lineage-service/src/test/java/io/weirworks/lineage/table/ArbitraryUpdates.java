package io.weirworks.lineage.table;

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
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;

/** What texts and the engine of two jobs say of one table. */
final class ArbitraryUpdates {

  private ArbitraryUpdates() {}

  private static final DatasetRef TABLE = new DatasetRef("d.t", DatasetKind.TABLE, "d.t");
  private static final TableName NAME = TableName.parse("d.t");

  private static DatasetRef other(int i) {
    return new DatasetRef("d.o" + i, DatasetKind.TABLE, "d.o" + i);
  }

  private static Arbitrary<Integer> upTo(int most) {
    return Arbitraries.integers().between(0, most);
  }

  private static Arbitrary<TableEdge> tableEdge() {
    return upTo(3).map(i -> new TableEdge(other(i), TABLE));
  }

  private static Arbitrary<ColumnEdge> columnEdge() {
    return Combinators.combine(upTo(2), upTo(2), Arbitraries.of(Flow.values()), upTo(2))
        .as(
            (source, target, flow, text) ->
                new ColumnEdge(
                    "d.o" + source, "c" + target, "d.t", "x", flow, "expression " + text, false));
  }

  private static Optional<PathName> path(String location) {
    return Optional.of(new PathName(location));
  }

  private static DatasetRef files(String path) {
    return new DatasetRef("path:" + path, DatasetKind.PATH, path);
  }

  private static Arbitrary<SchemaChange> change() {
    List<Column> columns =
        List.of(new Column("a", Optional.of("int")), new Column("ds", Optional.empty()));
    return Arbitraries.of(
        new SchemaChange.Created(NAME, columns, List.of("ds"), path("/x"), true),
        new SchemaChange.Created(NAME, columns, List.of("ds"), path("/y"), false),
        new SchemaChange.Created(NAME, columns.subList(0, 1), List.of(), Optional.empty(), false),
        new SchemaChange.ColumnsAdded(NAME, List.of(new Column("b", Optional.empty()))),
        new SchemaChange.ColumnsDropped(NAME, List.of("a")),
        new SchemaChange.ColumnRenamed(NAME, "b", "c"),
        new SchemaChange.Dropped(NAME));
  }

  private static final Job A = new Job("ws", "flow.a");
  private static final Job B = new Job("ws", "flow.b");

  /** The engine of job a tells of the same runs as their texts do. */
  static final List<Writer> WRITERS =
      List.of(
          new Writer(A, KnownBy.STATIC),
          new Writer(A, KnownBy.RUNTIME),
          new Writer(B, KnownBy.STATIC));

  /** One statement of a run says one thing only; runs end at the same time in twos. */
  static Arbitrary<List<TableUpdate>> updates() {
    Arbitrary<TableUpdate> update =
        Combinators.combine(
                Arbitraries.of(WRITERS),
                upTo(4),
                upTo(2),
                Arbitraries.of(true, false),
                change().list().ofMaxSize(2),
                tableEdge().list().ofMaxSize(3),
                columnEdge().list().ofMaxSize(3),
                Arbitraries.of("/x", "/z").map(ArbitraryUpdates::files).injectNull(0.7))
            .as(ArbitraryUpdates::update);
    return update
        .list()
        .ofMinSize(1)
        .ofMaxSize(14)
        .uniqueElements(said -> List.of(said.writer(), said.by()));
  }

  private static TableUpdate update(
      Writer writer,
      int run,
      int statement,
      boolean complete,
      List<SchemaChange> changes,
      List<TableEdge> tables,
      List<ColumnEdge> columns,
      @Nullable DatasetRef location) {
    return new TableUpdate(
        TABLE,
        writer,
        new Confirmation(writer.job().name() + run, statement, Instant.ofEpochSecond(10 + run / 2)),
        complete,
        changes,
        tables,
        columns,
        location,
        List.of());
  }
}
