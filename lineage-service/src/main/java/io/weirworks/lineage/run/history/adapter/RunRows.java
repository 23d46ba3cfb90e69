package io.weirworks.lineage.run.history.adapter;

import io.weirworks.lineage.catalogue.adapter.LineageJson;
import io.weirworks.lineage.dataset.Fingerprint;
import io.weirworks.lineage.dataset.Job;
import io.weirworks.lineage.openlineage.EngineEvent.JobRun;
import io.weirworks.lineage.run.history.KnownRun;
import io.weirworks.lineage.run.history.RunState;
import io.weirworks.lineage.run.history.Standing;
import io.weirworks.messaging.Effect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Runs as rows. What is told is merged into what is there as {@link KnownRun#with} merges, by the
 * database itself: no row is read to write one, and nothing is kept in memory. Names of datasets
 * are a JSON object without values, since the database unites those.
 */
public final class RunRows {

  /** Where this is reached nothing is united any more: whatever engines tell, rows are bounded. */
  private static final int LONGEST_NAMES = 200_000;

  private static final String NO_PARENT = "";

  private static final String UPSERT =
      "INSERT INTO run_history (id, standing, job, job_namespace, job_name, appeared, state,"
          + " started_at, ended_at, nominal_start, nominal_end, parent, inputs, outputs, args)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE "
          + ofMoreFinal("job")
          + ofMoreFinal("job_namespace")
          + ofMoreFinal("job_name")
          + ofMoreFinal("state")
          + ofMoreFinal("ended_at")
          + "standing = GREATEST(standing, VALUES(standing)),"
          + " appeared = LEAST(appeared, VALUES(appeared)),"
          + " started_at = LEAST(started_at, VALUES(started_at)),"
          + " nominal_start = LEAST(nominal_start, VALUES(nominal_start)),"
          + " nominal_end = LEAST(nominal_end, VALUES(nominal_end)),"
          + " parent = GREATEST(parent, VALUES(parent)), "
          + united("inputs")
          + ", "
          + united("outputs")
          + ", "
          + united("args");

  private RunRows() {}

  /** Stands before {@code standing} changes: assignments are made from left to right. */
  private static String ofMoreFinal(String column) {
    return "%1$s = IF(VALUES(standing) > standing, VALUES(%1$s), %1$s), ".formatted(column);
  }

  private static String united(String column) {
    return "%1$s = IF(CHAR_LENGTH(%1$s) > %2$d, %1$s, JSON_MERGE_PATCH(%1$s, VALUES(%1$s)))"
        .formatted(column, LONGEST_NAMES);
  }

  /** One for each run. */
  public static List<Effect> writes(Collection<KnownRun> told) {
    Map<String, KnownRun> runs = new TreeMap<>();
    told.forEach(run -> runs.merge(run.id(), run, KnownRun::with));
    return runs.values().stream().map(RunRows::write).toList();
  }

  static Effect write(KnownRun run) {
    String job = key(run.job());
    return new Effect.Write(
        UPSERT,
        List.of(
            run.id(),
            String.join(
                " ", String.valueOf(run.state().finality()), sortable(run.standing().at()), job),
            job,
            run.job().namespace(),
            run.job().name(),
            sortable(run.appearedAt()) + " " + run.id(),
            run.state().finality(),
            millis(run.startedAt()),
            millis(run.endedAt().orElse(null)),
            millis(run.nominalStart()),
            millis(run.nominalEnd()),
            parent(run.parent()),
            names(run.inputs()),
            names(run.outputs()),
            LineageJson.write(run.args())));
  }

  static String key(Job job) {
    return Fingerprint.of(List.of(job.namespace(), job.name()));
  }

  /** What no engine tells a run to have begun before counts as then. */
  private static String sortable(Instant time) {
    return String.format(Locale.ROOT, "%019d", Math.max(0, time.toEpochMilli()));
  }

  /** All that appeared before sorts before it. */
  static String before(Instant time) {
    return sortable(time);
  }

  private static long millis(@Nullable Instant time) {
    return time == null ? Long.MAX_VALUE : time.toEpochMilli();
  }

  private static @Nullable Instant instant(long millis) {
    return millis == Long.MAX_VALUE ? null : Instant.ofEpochMilli(millis);
  }

  private static String parent(@Nullable JobRun parent) {
    return parent == null ? NO_PARENT : LineageJson.write(parent);
  }

  private static String names(Set<String> ids) {
    Map<String, Integer> all = new HashMap<>();
    ids.forEach(id -> all.put(id, 1));
    return LineageJson.write(all);
  }

  static KnownRun read(ResultSet row) throws SQLException {
    String[] standing = row.getString("standing").split(" ");
    String parent = row.getString("parent");
    return new KnownRun(
        row.getString("id"),
        new Standing(
            RunState.ofFinality(Integer.parseInt(standing[0])),
            Instant.ofEpochMilli(Long.parseLong(standing[1])),
            new Job(row.getString("job_namespace"), row.getString("job_name"))),
        appeared(row.getString("appeared")),
        instant(row.getLong("started_at")),
        instant(row.getLong("nominal_start")),
        instant(row.getLong("nominal_end")),
        parent.isEmpty() ? null : LineageJson.read(parent, JobRun.class),
        ids(row.getString("inputs")),
        ids(row.getString("outputs")),
        args(row.getString("args")));
  }

  static Instant appeared(String text) {
    return Instant.ofEpochMilli(Long.parseLong(text.substring(0, text.indexOf(' '))));
  }

  private static SortedSet<String> ids(String json) {
    return new TreeSet<>(args(json).keySet());
  }

  private static SortedMap<String, String> args(String json) {
    Map<?, ?> read = LineageJson.read(json, Map.class);
    SortedMap<String, String> args = new TreeMap<>();
    read.forEach((name, value) -> args.put(String.valueOf(name), String.valueOf(value)));
    return args;
  }
}
