package io.weirworks.benchmarks.instances;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the topics tell of one node instance. Times of events are those of the deciding
 * transactions' beginnings ({@code ce_time}), by the database's clock; those of the run are the
 * executor's. Both are this machine's.
 */
final class Life {

  final String workflowInstance;
  final int node;
  @Nullable Instant dispatched;
  @Nullable Instant queued;
  @Nullable NoOpRun run;
  @Nullable Instant runEnded;
  int runEnds;
  int ends;

  Life(String workflowInstance, int node) {
    this.workflowInstance = workflowInstance;
    this.node = node;
  }

  /** Whether it was carried through once, and its run once (I1). */
  boolean isWhole() {
    return ends == 1 && runEnds == 1 && dispatched != null && queued != null && run != null;
  }

  /** When its run was in a runner's hands. */
  Instant claimed() {
    return known(run).askedAt();
  }

  /** When its run ended, which is when it began. */
  Instant ended() {
    return known(known(run).submittedAt());
  }

  /** When the executor decided that its run had ended. */
  Instant runEnded() {
    return known(runEnded);
  }

  private static <T> T known(@Nullable T fact) {
    if (fact == null) {
      throw new IllegalStateException("a moment of a node instance is not known");
    }
    return fact;
  }

  /** The latest of these moments. */
  static Instant latest(List<Instant> moments) {
    return moments.stream().max(Instant::compareTo).orElseThrow();
  }

  /** Nanoseconds between two moments that are known of a whole life. */
  static long between(@Nullable Instant from, @Nullable Instant to) {
    return ChronoUnit.NANOS.between(known(from), known(to));
  }
}
