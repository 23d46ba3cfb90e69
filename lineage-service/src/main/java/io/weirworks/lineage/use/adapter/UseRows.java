package io.weirworks.lineage.use.adapter;

import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.use.Use;
import io.weirworks.messaging.Effect;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which runs read and wrote a dataset on which day (UTC): a set, so that any order and repetition
 * of what they tell counts each once (R55). Written in the shard of the run, whose id is part of
 * the row's key, so that no two shards write the same row; where two take the same old rows away in
 * another order, messaging lets one of them begin again.
 */
public final class UseRows {

  public static final int KEPT_DAYS = 90;

  /**
   * One run in so many takes old rows away: to look each time would cost more than to keep them.
   */
  private static final int SWEEP_EVERY = 16;

  private static final int LONGEST_JOB = 255;

  private static final String USE =
      "INSERT INTO dataset_use (dataset, access, day, run_id, job_namespace, job_name, observed_at)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE observed_at ="
          + " GREATEST(observed_at, VALUES(observed_at))";

  private static final String SWEEP =
      "DELETE FROM dataset_use WHERE dataset = ? AND access = ? AND day < ?";

  private UseRows() {}

  /**
   * What a run of a job did with datasets.
   *
   * @param endedAt when the run ended
   */
  public static List<Effect> writes(String runId, Job job, Instant endedAt, Collection<Use> uses) {
    LocalDateTime observed = LocalDateTime.ofInstant(endedAt, ZoneOffset.UTC);
    LocalDate day = observed.toLocalDate();
    boolean sweeps = Math.floorMod(runId.hashCode(), SWEEP_EVERY) == 0;
    List<Effect> writes = new ArrayList<>();
    for (Use use : uses) {
      String dataset = use.dataset().id();
      String access = use.access().name();
      writes.add(
          new Effect.Write(
              USE,
              List.of(
                  dataset,
                  access,
                  day.toString(),
                  runId,
                  cut(job.namespace()),
                  cut(job.name()),
                  observed)));
      if (sweeps) {
        writes.add(
            new Effect.Write(SWEEP, List.of(dataset, access, day.minusDays(KEPT_DAYS).toString())));
      }
    }
    return writes;
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_JOB ? name : name.substring(0, LONGEST_JOB);
  }
}
