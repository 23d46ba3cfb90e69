package io.weirworks.lineage.metadata.adapter;

import io.weirworks.lineage.metadata.Access;
import io.weirworks.lineage.table.TableUpdate;
import io.weirworks.messaging.Effect;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * Which runs read and wrote a dataset on which day (UTC): a set, so that any order and repetition
 * of what they tell counts each once (R55). Written in the dataset's shard.
 */
public final class UseRows {

  static final int KEPT_DAYS = 90;

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

  /** What an update shows of the use of its dataset. */
  public static List<Effect> writes(TableUpdate update) {
    LocalDateTime observed = LocalDateTime.ofInstant(update.by().observedAt(), ZoneOffset.UTC);
    LocalDate day = observed.toLocalDate();
    boolean sweeps = Math.floorMod(update.by().runId().hashCode(), SWEEP_EVERY) == 0;
    List<Effect> writes = new ArrayList<>();
    for (Access access : Access.of(update)) {
      writes.add(
          new Effect.Write(
              USE,
              List.of(
                  update.dataset().id(),
                  access.name(),
                  day.toString(),
                  update.by().runId(),
                  cut(update.writer().job().namespace()),
                  cut(update.writer().job().name()),
                  observed)));
      if (sweeps) {
        writes.add(
            new Effect.Write(
                SWEEP,
                List.of(
                    update.dataset().id(), access.name(), day.minusDays(KEPT_DAYS).toString())));
      }
    }
    return writes;
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_JOB ? name : name.substring(0, LONGEST_JOB);
  }
}
