package io.weirworks.lineage.table.adapter;

import io.weirworks.contract.lineage.TableLineageState;
import io.weirworks.lineage.catalogue.adapter.LineageJson;
import io.weirworks.lineage.table.TableEvent;
import io.weirworks.lineage.table.TableLineage;
import io.weirworks.lineage.table.Version;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.SubjectTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Datasets as messaging keeps and tells them; each is its own ordering key. */
public final class TableKind implements SubjectKind<TableLineage, TableEvent> {

  public static final TableKind TABLE = new TableKind();

  private TableKind() {}

  static SubjectRef<TableLineage, TableEvent> ref(String dataset) {
    return new SubjectRef<>(TABLE, dataset);
  }

  @Override
  public String name() {
    return "table";
  }

  @Override
  public SubjectTable<TableLineage> table() {
    return new Rows();
  }

  @Override
  public TableLineage evolve(@Nullable TableLineage state, TableEvent event) {
    return TableLineage.evolve(state, event);
  }

  @Override
  public String orderingKey(TableLineage state) {
    return state.dataset().id();
  }

  /** A dataset is of the metastore that all workspaces share. */
  @Override
  public @Nullable String workspace(TableLineage state) {
    return null;
  }

  @Override
  public SpecificRecord event(TableLineage state, TableEvent event) {
    return switch (event) {
      case TableEvent.Told told -> TableUpdateRecords.event(state, told);
      case TableEvent.Feeds feeds ->
          throw new IllegalStateException(feeds + " is told by the dataset that is made");
    };
  }

  @Override
  public Class<? extends SpecificRecord> stateType() {
    return TableLineageState.class;
  }

  @Override
  public SpecificRecord stateRecord(TableLineage state) {
    return TableStateRecords.of(state);
  }

  private record Rows() implements SubjectTable<TableLineage> {

    @Override
    public String name() {
      return "lineage_table";
    }

    @Override
    public List<String> columns() {
      return List.of("kind", "name", "table_schema", "updated_at", "lineage", "edges");
    }

    @Override
    public Object[] values(TableLineage state) {
      return new Object[] {
        state.dataset().kind().name(),
        state.dataset().name(),
        state.schema().schema().map(LineageJson::write).orElse(""),
        LocalDateTime.ofInstant(state.updatedAt(), ZoneOffset.UTC),
        LineageJson.write(state.with(version -> Version.named(version.hash()), List.of())),
        LineageJson.write(StoredEdges.of(state))
      };
    }

    @Override
    public TableLineage read(ResultSet row) throws SQLException {
      TableLineage known = LineageJson.read(row.getString("lineage"), TableLineage.class);
      return LineageJson.read(row.getString("edges"), StoredEdges.class).in(known);
    }
  }
}
