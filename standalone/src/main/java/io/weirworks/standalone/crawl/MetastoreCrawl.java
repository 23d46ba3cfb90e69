package io.weirworks.standalone.crawl;

import io.weirworks.contract.lineage.ReportTableSnapshot;
import io.weirworks.lineage.dataset.DatasetNames;
import io.weirworks.lineage.dataset.DatasetRef;
import io.weirworks.lineage.metadata.adapter.MetadataRecords;
import io.weirworks.lineage.sql.TableName;
import io.weirworks.standalone.StandaloneException;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Locale;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.jspecify.annotations.Nullable;

/**
 * Tells lineage-service each table that a metastore has; holds a few hundred tables at a time, so
 * that whoever asks the metastore waits for the broker.
 */
public final class MetastoreCrawl {

  private static final int UNACKNOWLEDGED = 200;

  private record Sent(String table, Future<?> acknowledged) {}

  private final SnapshotPublisher publisher;
  private final Consumer<String> refusals;
  private final Queue<Sent> waiting = new ArrayDeque<>();
  private int told;
  private int refused;

  /**
   * @param refusals takes a line for each table that could not be read or told
   */
  public MetastoreCrawl(SnapshotPublisher publisher, Consumer<String> refusals) {
    this.publisher = publisher;
    this.refusals = refusals;
  }

  /**
   * Reads the lines to their end and returns when all tables are acknowledged.
   *
   * @throws StandaloneException {@code CRAWL_FAILED} where the metastore or the broker fails; what
   *     was told by then stays told
   */
  public CrawlCounts tell(BufferedReader lines) throws IOException {
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      tell(CrawledLine.of(line));
    }
    settle();
    return new CrawlCounts(told, refused);
  }

  private void tell(CrawledLine line) {
    switch (line) {
      case CrawledLine.Found found -> tell(found);
      case CrawledLine.Unread(String database, String table, String cause) ->
          refuse(database + "." + table, cause);
      case CrawledLine.Failed(String cause) -> {
        settle();
        throw failed("%s; %d tables were told before".formatted(cause, told), null);
      }
    }
  }

  private void tell(CrawledLine.Found found) {
    Optional<String> dataset =
        DatasetNames.of(TableName.of(found.database(), found.table())).map(DatasetRef::id);
    String name = found.database() + "." + found.table();
    if (dataset.isEmpty()) {
      refuse(name, "lineage has no name for it");
      return;
    }
    Future<?> acknowledged = publisher.send(dataset.get(), command(found));
    waiting.add(new Sent(name, acknowledged));
    if (waiting.size() >= UNACKNOWLEDGED || acknowledged.isDone()) {
      settle();
    }
  }

  static ReportTableSnapshot command(CrawledLine.Found found) {
    return new ReportTableSnapshot(
        found.database().toLowerCase(Locale.ROOT),
        found.table().toLowerCase(Locale.ROOT),
        MetadataRecords.record(found.snapshot()));
  }

  private void settle() {
    for (Sent sent = waiting.poll(); sent != null; sent = waiting.poll()) {
      try {
        sent.acknowledged().get();
        told++;
      } catch (ExecutionException e) {
        if (!(e.getCause() instanceof RecordTooLargeException)) {
          throw failed("%s could not be published: %s".formatted(sent.table(), e.getCause()), e);
        }
        refuse(sent.table(), String.valueOf(e.getCause().getMessage()));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new CancellationException("interrupted while waiting for the broker");
      }
    }
  }

  private void refuse(String table, String cause) {
    refused++;
    refusals.accept("refused: %s: %s".formatted(table, cause));
  }

  private static StandaloneException failed(String message, @Nullable Throwable cause) {
    return new StandaloneException(StandaloneException.Code.CRAWL_FAILED, message, cause);
  }
}
