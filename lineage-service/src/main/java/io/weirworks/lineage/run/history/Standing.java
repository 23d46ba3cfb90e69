package io.weirworks.lineage.run.history;

import io.weirworks.lineage.dataset.Job;
import java.time.Instant;
import java.util.Comparator;

/**
 * The most final word on a run. Spark names a statement's job by its output only once that is
 * known, so that the job is told by this word, too.
 *
 * @param at when it was so, whole milliseconds
 */
public record Standing(RunState state, Instant at, Job job) implements Comparable<Standing> {

  private static final Comparator<Standing> ORDER =
      Comparator.comparingInt((Standing standing) -> standing.state().finality())
          .thenComparing(Standing::at)
          .thenComparing(standing -> standing.job().namespace())
          .thenComparing(standing -> standing.job().name());

  @Override
  public int compareTo(Standing other) {
    return ORDER.compare(this, other);
  }
}
