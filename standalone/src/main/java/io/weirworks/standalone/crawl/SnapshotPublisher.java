package io.weirworks.standalone.crawl;

import io.weirworks.contract.lineage.ReportTableSnapshot;
import java.util.concurrent.Future;

/** Takes what lineage-service is to be told. */
@FunctionalInterface
public interface SnapshotPublisher {

  /**
   * Sends it; it is told once the future ends well.
   *
   * @param dataset id of the table's dataset, the ordering key
   */
  Future<?> send(String dataset, ReportTableSnapshot command);
}
