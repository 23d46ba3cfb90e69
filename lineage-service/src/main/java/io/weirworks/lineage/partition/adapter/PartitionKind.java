package io.weirworks.lineage.partition.adapter;

import io.weirworks.contract.lineage.TablePartitionsState;
import io.weirworks.lineage.catalogue.adapter.LineageJson;
import io.weirworks.lineage.partition.PartitionEvent;
import io.weirworks.lineage.partition.TablePartitions;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.SubjectRef;
import io.weirworks.messaging.SubjectTable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Tables' partitions as messaging keeps and tells them: a subject beside the dataset's lineage and
 * in one order with it. Apart from its metadata, which searches read and people write.
 */
public final class PartitionKind implements SubjectKind<TablePartitions, PartitionEvent> {

  public static final PartitionKind PARTITIONS = new PartitionKind();

  private PartitionKind() {}

  static SubjectRef<TablePartitions, PartitionEvent> ref(String dataset) {
    return new SubjectRef<>(PARTITIONS, id(dataset));
  }

  static String id(String dataset) {
    return "partitions:" + dataset;
  }

  @Override
  public String name() {
    return "table-partitions";
  }

  @Override
  public SubjectTable<TablePartitions> table() {
    return new Rows();
  }

  @Override
  public TablePartitions evolve(@Nullable TablePartitions state, PartitionEvent event) {
    return TablePartitions.evolve(state, event);
  }

  @Override
  public String orderingKey(TablePartitions state) {
    return state.dataset().id();
  }

  /** A dataset is of the metastore that all workspaces share. */
  @Override
  public @Nullable String workspace(TablePartitions state) {
    return null;
  }

  @Override
  public SpecificRecord event(TablePartitions state, PartitionEvent event) {
    return PartitionWordRecords.event(event);
  }

  @Override
  public Class<? extends SpecificRecord> stateType() {
    return TablePartitionsState.class;
  }

  @Override
  public SpecificRecord stateRecord(TablePartitions state) {
    return PartitionWordRecords.state(state);
  }

  private record Rows() implements SubjectTable<TablePartitions> {

    @Override
    public String name() {
      return "table_partitions";
    }

    @Override
    public List<String> columns() {
      return List.of("dataset", "partitions");
    }

    @Override
    public Object[] values(TablePartitions state) {
      return new Object[] {state.dataset().id(), LineageJson.write(state)};
    }

    @Override
    public TablePartitions read(ResultSet row) throws SQLException {
      return LineageJson.read(row.getString("partitions"), TablePartitions.class);
    }
  }
}
