package io.weirworks.executor.runner.adapter;

import io.weirworks.contract.executor.ReportPhase;
import io.weirworks.contract.executor.ReportRun;
import io.weirworks.executor.claim.Claimed;
import io.weirworks.executor.claim.Standing;
import io.weirworks.executor.runner.Hearing;
import io.weirworks.executor.runner.Pace;
import io.weirworks.schemas.TopicKind;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * The reports on one run: sent again and again until the heart-beat says that they were recorded.
 * An earlier life may have used a number already; one that was heard without its effect is given up
 * for the next.
 */
final class RunReports {

  private static final Duration REPEAT = Duration.ofSeconds(2);

  /** An end lies durably with the broker; what is not heard yet is mostly not read yet. */
  private static final Duration END_REPEAT = Duration.ofSeconds(5);

  private static final Duration SELDOM = Duration.ofSeconds(30);

  private final Outbound outbound;
  private final Hearing hearing;
  private final Claimed claimed;
  private final String holder;
  private @Nullable String toldApplication;
  private long number;
  private long startSentAt = System.nanoTime() - REPEAT.toNanos();

  RunReports(Outbound outbound, Hearing hearing, Claimed claimed, String holder) {
    this.outbound = outbound;
    this.hearing = hearing;
    this.claimed = claimed;
    this.holder = holder;
  }

  /** Says that it runs, and as what, unless that is known; called as long as it does. */
  void started(Instant startedAt, @Nullable String applicationId) {
    Standing standing = hearing.last().orElse(null);
    boolean soon = System.nanoTime() - startSentAt < REPEAT.toNanos();
    boolean news = applicationId != null && !applicationId.equals(toldApplication);
    if (standing == null || soon || (standing.running() && !news)) {
      return;
    }
    startSentAt = System.nanoTime();
    toldApplication = applicationId;
    sendNext(
        EndReports.blank(claimed, holder)
            .setPhase(standing.running() ? ReportPhase.PROGRESS : ReportPhase.STARTED)
            .setEngineApplicationId(applicationId)
            .setStartedAt(startedAt)
            .build());
  }

  /**
   * Says how it ended; returns when that was recorded or nobody knows the run any more.
   *
   * @param sent told when it was said first
   */
  void ended(ReportRun.Builder report, Runnable sent) throws InterruptedException {
    ReportRun fitting = ReportSize.fit(report.build(), outbound::size);
    sendNext(fitting);
    sent.run();
    Pace pace = new Pace(END_REPEAT, SELDOM);
    awaitHeard(pace.next());
    while (!isHeard()) {
      if (heard() >= number) {
        sendNext(fitting);
      } else {
        send(fitting);
      }
      awaitHeard(pace.next());
    }
  }

  private void awaitHeard(Duration most) throws InterruptedException {
    long end = System.nanoTime() + most.toNanos();
    for (long left = most.toNanos(); !isHeard() && left > 0; left = end - System.nanoTime()) {
      hearing.await(Duration.ofNanos(left));
    }
  }

  private boolean isHeard() {
    return hearing.isForgotten()
        || hearing.last().filter(one -> one.knowsEnd(claimed.epoch(), number)).isPresent();
  }

  private long heard() {
    return hearing.last().map(one -> one.heard(claimed.epoch())).orElse(0L);
  }

  private void sendNext(ReportRun report) {
    number = Math.max(number, heard()) + 1;
    report.setReportNumber(number);
    send(report);
  }

  private void send(ReportRun report) {
    String id =
        "%s.%d.%d".formatted(report.getRunId(), report.getEpoch(), report.getReportNumber());
    Future<?> _ =
        outbound.send(TopicKind.INTERNAL, report.getWorkflowInstanceId(), id, claimed, report);
  }
}
