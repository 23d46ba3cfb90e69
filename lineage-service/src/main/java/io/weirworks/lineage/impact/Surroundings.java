package io.weirworks.lineage.impact;

import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.impact.Impact.Baseline;
import io.weirworks.lineage.impact.Impact.Instance;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** What other services know of jobs. */
public interface Surroundings {

  /**
   * Node instances of these jobs that have not begun to run, by scheduled time; so many at most.
   */
  List<Instance> notStarted(Collection<Job> jobs, int most);

  /** Who answers for each of these jobs; those of which nobody is named are missing. */
  Map<Job, String> owners(Collection<Job> jobs);

  /** Baselines that have one of these jobs as a task. */
  List<Baseline> baselines(Collection<Job> jobs);
}
