package io.weirworks.lineage.table.adapter;

import io.weirworks.contract.Sender;
import io.weirworks.contract.lineage.UpdateDownstream;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.dataset.Provenance;
import io.weirworks.lineage.dataset.adapter.DatasetRecords;
import io.weirworks.lineage.table.Downstream;
import io.weirworks.lineage.table.TableEvent;
import io.weirworks.lineage.table.TableLineage;
import io.weirworks.lineage.table.TableUpdate;

/** What a dataset tells its sources. */
final class DownstreamRecords {

  private DownstreamRecords() {}

  /**
   * @param target that tells it
   * @param sequence of the target's last event
   */
  static UpdateDownstream command(
      DatasetRef source, Downstream downstream, TableLineage target, long sequence) {
    return UpdateDownstream.newBuilder()
        .setDataset(DatasetRecords.record(source))
        .setSender(new Sender(target.dataset().id(), sequence))
        .setTarget(DatasetRecords.record(downstream.target()))
        .setSaidBy(downstream.saidBy().stream().map(DatasetRecords::record).toList())
        .setColumnEdges(downstream.columns().stream().map(DatasetRecords::record).toList())
        .build();
  }

  static TableEvent.Feeds domain(UpdateDownstream command) {
    return new TableEvent.Feeds(
        new Downstream(
            DatasetRecords.domain(command.getTarget()),
            command.getSaidBy().stream().map(DatasetRecords::domain).toList(),
            command.getColumnEdges().stream().map(DatasetRecords::domain).toList()),
        command.getSender().getSequence());
  }

  /** That the first of them read the source. */
  static TableUpdate read(UpdateDownstream command) {
    Provenance by = DatasetRecords.domain(command.getSaidBy().getFirst());
    return TableUpdate.read(DatasetRecords.domain(command.getDataset()), by.writer(), by.first());
  }
}
