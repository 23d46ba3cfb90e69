package io.weirworks.lineage.marquez;

import io.weirworks.lineage.dataset.Confirmation;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.run.history.JobOfRuns;
import io.weirworks.lineage.run.history.RunState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A job as lists show it: one whose words are current, or of which runs are kept, or both.
 *
 * @param createdAt the earliest that is known of it
 * @param updatedAt the latest
 * @param lastState of its latest run; of one of which only words are known COMPLETED, since no
 *     other run says any (R58)
 */
public record ListedJob(Job job, Instant createdAt, Instant updatedAt, RunState lastState) {

  /** By namespace and name. */
  public static final Comparator<Job> ORDER =
      Comparator.comparing(Job::namespace).thenComparing(Job::name);

  /**
   * All of them in order.
   *
   * @param words the latest of each job that has current ones
   * @param runs of each job of which some are kept
   */
  public static List<ListedJob> all(Map<Job, Confirmation> words, Map<Job, JobOfRuns> runs) {
    SortedSet<Job> jobs = new TreeSet<>(ORDER);
    jobs.addAll(words.keySet());
    jobs.addAll(runs.keySet());
    List<ListedJob> all = new ArrayList<>();
    for (Job job : jobs) {
      JobOfRuns known = runs.get(job);
      Confirmation word = words.get(job);
      if (known != null) {
        all.add(of(job, known, word));
      } else if (word != null) {
        Instant said = word.observedAt();
        all.add(new ListedJob(job, said, said, RunState.COMPLETED));
      }
    }
    return all;
  }

  private static ListedJob of(Job job, JobOfRuns runs, @Nullable Confirmation word) {
    Instant last = runs.latest().standing().at();
    Instant said = word == null ? last : word.observedAt();
    return new ListedJob(
        job,
        runs.first().isBefore(said) ? runs.first() : said,
        said.isAfter(last) ? said : last,
        runs.latest().state());
  }
}
