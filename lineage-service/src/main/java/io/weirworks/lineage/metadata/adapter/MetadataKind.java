package io.weirworks.lineage.metadata.adapter;

import io.weirworks.contract.lineage.TableMetadataState;
import io.weirworks.lineage.catalogue.adapter.LineageJson;
import io.weirworks.lineage.metadata.MetadataEvent;
import io.weirworks.lineage.metadata.TableMetadata;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.SubjectTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Tables' metadata as messaging keeps and tells it: a subject beside the dataset's lineage and in
 * one order with it.
 */
public final class MetadataKind implements SubjectKind<TableMetadata, MetadataEvent> {

  public static final MetadataKind METADATA = new MetadataKind();

  private MetadataKind() {}

  static SubjectRef<TableMetadata, MetadataEvent> ref(String dataset) {
    return new SubjectRef<>(METADATA, id(dataset));
  }

  /** Not the dataset's own id: sequences and state records go by subject, and lineage has that. */
  static String id(String dataset) {
    return "metadata:" + dataset;
  }

  @Override
  public String name() {
    return "table-metadata";
  }

  @Override
  public SubjectTable<TableMetadata> table() {
    return new Rows();
  }

  @Override
  public TableMetadata evolve(@Nullable TableMetadata state, MetadataEvent event) {
    return TableMetadata.evolve(state, event);
  }

  @Override
  public String orderingKey(TableMetadata state) {
    return state.dataset().id();
  }

  /** A dataset is of the metastore that all workspaces share. */
  @Override
  public @Nullable String workspace(TableMetadata state) {
    return null;
  }

  @Override
  public SpecificRecord event(TableMetadata state, MetadataEvent event) {
    return MetadataRecords.event(event);
  }

  @Override
  public Class<? extends SpecificRecord> stateType() {
    return TableMetadataState.class;
  }

  @Override
  public SpecificRecord stateRecord(TableMetadata state) {
    return MetadataRecords.state(state);
  }

  private record Rows() implements SubjectTable<TableMetadata> {

    @Override
    public String name() {
      return "table_metadata";
    }

    @Override
    public List<String> columns() {
      return List.of("dataset", "search_text", "metadata");
    }

    @Override
    public Object[] values(TableMetadata state) {
      return new Object[] {state.dataset().id(), state.searchText(), LineageJson.write(state)};
    }

    @Override
    public TableMetadata read(ResultSet row) throws SQLException {
      return LineageJson.read(row.getString("metadata"), TableMetadata.class);
    }
  }
}
