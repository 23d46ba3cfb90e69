package io.weirworks.lineage.marquez.adapter;

import io.weirworks.lineage.database.adapter.DatabaseReads;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.marquez.adapter.RunViews.RunPage;
import io.weirworks.lineage.marquez.adapter.RunViews.RunView;
import io.weirworks.lineage.run.adapter.RunKind;
import io.weirworks.lineage.run.history.adapter.RunHistory;
import io.weirworks.lineage.table.adapter.ConfirmationText;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * Reads the runs of jobs: those that are kept, and of what went before them those that lineage
 * knows by their words, which are COMPLETED.
 */
@Singleton
class JobRuns {

  /** Of a word's place in time the statement is left away: what is left is the run. */
  private static final String RUN = "LEFT(confirmed_by, CHAR_LENGTH(confirmed_by) - 11)";

  private static final String WORDS =
      " FROM lineage_word WHERE target_dataset IN (?) AND job_namespace = ? AND job_name = ?";

  private static final String PAGE =
      "SELECT MAX(confirmed_by) AS latest"
          + WORDS
          + " GROUP BY "
          + RUN
          + " ORDER BY latest DESC LIMIT ? OFFSET ?";

  private static final String COUNT = "SELECT COUNT(DISTINCT " + RUN + ")" + WORDS;

  private final DatabaseReads reads;
  private final RunHistory history;
  private final KnownJobs jobs;

  JobRuns(DatabaseReads reads, RunHistory history, KnownJobs jobs) {
    this.reads = reads;
    this.history = history;
    this.jobs = jobs;
  }

  /**
   * Runs of a job, latest first; where none is kept those that said something of what it writes
   * now.
   */
  RunPage page(Job job, Pages page) {
    int kept = history.count(job);
    return kept == 0
        ? said(job, jobs.outputs(job), page)
        : new RunPage(
            history.ofJob(job, page.limit(), page.offset()).stream().map(RunView::of).toList(),
            kept);
  }

  private RunPage said(Job job, List<String> outputs, Pages page) {
    String places = "(" + String.join(",", Collections.nCopies(outputs.size(), "?")) + ")";
    List<Object> parameters = new ArrayList<>(outputs);
    parameters.add(job.namespace());
    parameters.add(job.name());
    int count =
        reads
            .rows(COUNT.replace("(?)", places), row -> row.getInt(1), parameters.toArray())
            .getFirst();
    parameters.add(page.limit());
    parameters.add(page.offset());
    List<RunView> runs =
        reads.rows(
            PAGE.replace("(?)", places),
            row -> RunView.of(job, ConfirmationText.read(row.getString(1))),
            parameters.toArray());
    return new RunPage(runs, count);
  }

  /** A run of any engine: one that is kept, one of ours, or the latest of its job. */
  Optional<RunView> find(String id) {
    return history.find(id).map(RunView::of).or(() -> ours(id)).or(() -> jobs.latestRun(id));
  }

  private Optional<RunView> ours(String id) {
    return reads
        .rows(
            "SELECT * FROM lineage_run WHERE id = ?",
            row -> RunView.of(RunKind.RUN.table().read(row).run()),
            id)
        .stream()
        .findFirst();
  }
}
