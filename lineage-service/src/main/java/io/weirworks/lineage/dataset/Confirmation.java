package io.weirworks.lineage.dataset;

import java.time.Instant;
import java.util.Comparator;

/**
 * Which statement of which run said so. The later one counts, in whatever order they arrive (R55);
 * of two that ended in the same millisecond the one with the greater id.
 *
 * @param observedAt when the run ended, whole milliseconds
 */
public record Confirmation(String runId, int statementIndex, Instant observedAt)
    implements Comparable<Confirmation> {

  private static final Comparator<Confirmation> BY_RUN =
      Comparator.comparing(Confirmation::observedAt).thenComparing(Confirmation::runId);

  private static final Comparator<Confirmation> ORDER =
      BY_RUN.thenComparingInt(Confirmation::statementIndex);

  @Override
  public int compareTo(Confirmation other) {
    return ORDER.compare(this, other);
  }

  /** Whether it is of a run before the other's; all that one run says is said together. */
  public boolean isOfRunBefore(Confirmation other) {
    return BY_RUN.compare(this, other) < 0;
  }

  public Confirmation earlier(Confirmation other) {
    return compareTo(other) <= 0 ? this : other;
  }

  public Confirmation later(Confirmation other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
