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
   * @param word that led to it, of the dataset that tells it
   * @param sequence of the last event of the dataset that tells it
   */
  static UpdateDownstream command(
      DatasetRef source, TableLineage.News news, TableUpdate word, long sequence) {
    Downstream downstream = news.downstream();
    return UpdateDownstream.newBuilder()
        .setDataset(DatasetRecords.record(source))
        .setSender(new Sender(word.dataset().id(), sequence))
        .setTarget(DatasetRecords.record(downstream.target()))
        .setSaidBy(downstream.saidBy().stream().map(DatasetRecords::record).toList())
        .setColumnEdges(downstream.columns().stream().map(DatasetRecords::record).toList())
        .setReadBy(DatasetRecords.record(news.readBy()))
        .build();
  }

  static TableEvent.Feeds domain(UpdateDownstream command) {
    return new TableEvent.Feeds(
        new Downstream(
            DatasetRecords.domain(command.getTarget()),
            command.getSaidBy().stream().map(DatasetRecords::domain).toList(),
            command.getColumnEdges().stream().map(DatasetRecords::domain).toList()),
        command.getSender().getSequence(),
        DatasetRecords.domain(command.getReadBy()));
  }

  /** That a run read the source. */
  static TableUpdate read(UpdateDownstream command) {
    Provenance by = DatasetRecords.domain(command.getReadBy());
    return TableUpdate.read(DatasetRecords.domain(command.getDataset()), by.writer(), by.first());
  }
}
