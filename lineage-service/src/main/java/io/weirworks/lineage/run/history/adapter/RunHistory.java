package io.weirworks.lineage.run.history.adapter;

import io.weirworks.lineage.database.adapter.DatabaseReads;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.run.history.JobOfRuns;
import io.weirworks.lineage.run.history.KnownRun;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the runs that are kept; latest first, by when they appeared. */
@Singleton
public class RunHistory {

  /** Longest list of one statement. */
  private static final int LIST = 100;

  private static final String JOBS =
      "SELECT r.*, g.earliest FROM (SELECT job, MIN(appeared) AS earliest, MAX(appeared) AS newest"
          + " FROM run_history GROUP BY job) g"
          + " JOIN run_history r ON r.job = g.job AND r.appeared = g.newest";

  private final DatabaseReads reads;

  RunHistory(DatabaseReads reads) {
    this.reads = reads;
  }

  public Optional<KnownRun> find(String id) {
    return all(List.of(id)).values().stream().findFirst();
  }

  /** Those of these that are kept, by id. */
  public Map<String, KnownRun> all(Collection<String> ids) {
    Map<String, KnownRun> all = new HashMap<>();
    List<String> list = ids.stream().distinct().toList();
    for (int from = 0; from < list.size(); from += LIST) {
      List<String> part = list.subList(from, Math.min(from + LIST, list.size()));
      String places = String.join(",", Collections.nCopies(part.size(), "?"));
      reads
          .rows(
              "SELECT * FROM run_history WHERE id IN (" + places + ")",
              RunRows::read,
              part.toArray())
          .forEach(run -> all.put(run.id(), run));
    }
    return all;
  }

  public List<KnownRun> ofJob(Job job, int limit, int offset) {
    return reads.rows(
        "SELECT * FROM run_history WHERE job = ? ORDER BY appeared DESC LIMIT ? OFFSET ?",
        RunRows::read,
        RunRows.key(job),
        limit,
        offset);
  }

  public int count(Job job) {
    return reads
        .rows(
            "SELECT COUNT(*) FROM run_history WHERE job = ?",
            row -> row.getInt(1),
            RunRows.key(job))
        .getFirst();
  }

  /** Of each of these jobs at most as many; jobs of which none is kept are not there. */
  public Map<Job, List<KnownRun>> latest(Collection<Job> jobs, int most) {
    Map<Job, List<KnownRun>> latest = new HashMap<>();
    List<String> keys = jobs.stream().map(RunRows::key).distinct().toList();
    for (int from = 0; from < keys.size(); from += LIST) {
      List<String> part = keys.subList(from, Math.min(from + LIST, keys.size()));
      String each =
          "(SELECT * FROM run_history WHERE job = ? ORDER BY appeared DESC LIMIT " + most + ")";
      String sql = String.join(" UNION ALL ", Collections.nCopies(part.size(), each));
      reads
          .rows(sql + " ORDER BY appeared DESC", RunRows::read, part.toArray())
          .forEach(run -> latest.computeIfAbsent(run.job(), j -> new ArrayList<>()).add(run));
    }
    return latest;
  }

  /** All jobs that runs are kept of. */
  public Map<Job, JobOfRuns> jobs() {
    Map<Job, JobOfRuns> jobs = new HashMap<>();
    reads
        .rows(
            JOBS,
            row -> new JobOfRuns(RunRows.appeared(row.getString("earliest")), RunRows.read(row)))
        .forEach(job -> jobs.put(job.latest().job(), job));
    return jobs;
  }
}
