package io.weirworks.executor.runner.adapter;

import io.weirworks.contract.lineage.RecordOpenLineage;
import io.weirworks.executor.claim.Claimed;
import io.weirworks.executor.engine.RunPaths;
import io.weirworks.executor.lineage.LineageEvents;
import io.weirworks.executor.lineage.LineageLimits;
import io.weirworks.executor.runlog.SecretMask;
import io.weirworks.schemas.Service;
import io.weirworks.schemas.TopicKind;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells lineage-service what openlineage-spark told of a run, before the run's end is told. It may
 * fail and it may not last: the run's end is the same without it (field-failures R54).
 */
@Singleton
final class LineageReports {

  private static final Logger LOG = LoggerFactory.getLogger(LineageReports.class);

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /** Where nobody takes it, not each run is to wait for that. */
  private static final Duration SILENCE = Duration.ofMinutes(1);

  private final Outbound outbound;
  private final Duration patience;
  private final AtomicLong silentUntil = new AtomicLong(System.nanoTime());

  @Inject
  LineageReports(Outbound outbound) {
    this(outbound, PATIENCE);
  }

  LineageReports(Outbound outbound, Duration patience) {
    this.outbound = outbound;
    this.patience = patience;
  }

  /**
   * Tells it, or logs that it could not; told again after a restart it is the same.
   *
   * @param paths of a run that has ended; null: it left no files here
   */
  void tell(Claimed claimed, @Nullable RunPaths paths) throws InterruptedException {
    LineageEvents events = paths == null ? LineageEvents.NONE : read(claimed, paths);
    if (events.isEmpty()) {
      return;
    }
    if (System.nanoTime() - silentUntil.get() < 0) {
      LOG.warn("what openlineage-spark told of run {} is left out", claimed.runId());
      return;
    }
    FutureTask<Void> telling = new FutureTask<>(() -> send(claimed, events));
    Thread thread = Thread.ofVirtual().name("lineage-" + claimed.runId()).start(telling);
    try {
      telling.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      silentUntil.set(System.nanoTime() + SILENCE.toNanos());
      LOG.warn(
          "what openlineage-spark told of run {} could not be told on: {}; none is for {} s",
          claimed.runId(),
          e.toString(),
          SILENCE.toSeconds());
    } finally {
      thread.interrupt();
    }
  }

  private static LineageEvents read(Claimed claimed, RunPaths paths) {
    try {
      LineageEvents events = LineageEvents.read(paths, SecretMask.NONE, LineageLimits.DEFAULT);
      if (events.missing() != null) {
        LOG.warn("lineage of run {} is incomplete: {}", claimed.runId(), events.missing());
      }
      return events;
    } catch (IOException | RuntimeException e) {
      LOG.warn("lineage of run {} cannot be read: {}", claimed.runId(), e.toString());
      return LineageEvents.unread(e.toString());
    }
  }

  private @Nullable Void send(Claimed claimed, LineageEvents events)
      throws InterruptedException, ExecutionException {
    List<List<String>> commands =
        events.commands().isEmpty() ? List.of(List.of()) : events.commands();
    for (int i = 0; i < commands.size(); i++) {
      RecordOpenLineage command =
          RecordOpenLineage.newBuilder()
              .setOrderingKey(claimed.workflowInstanceId())
              .setRunId(claimed.runId())
              .setEvents(commands.get(i))
              .setDropped(i == 0 ? events.dropped() : 0)
              .build();
      String topic = Service.LINEAGE.topic(TopicKind.INTERNAL);
      String id = "%s.%d.lineage.%d".formatted(claimed.runId(), claimed.epoch(), i);
      outbound.send(topic, claimed.workflowInstanceId(), id, claimed, command).get();
    }
    return null;
  }
}
