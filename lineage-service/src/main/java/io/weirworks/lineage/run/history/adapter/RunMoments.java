package io.weirworks.lineage.run.history.adapter;

import io.weirworks.lineage.database.adapter.DatabaseReads;
import io.weirworks.lineage.run.history.KnownRun;
import io.weirworks.lineage.run.history.RunCount;
import io.weirworks.lineage.run.history.RunMoment;
import io.weirworks.lineage.run.history.RunState;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Reads when the runs that are kept began and ended. */
@Singleton
public class RunMoments {

  private static final long QUARTER = Duration.ofMinutes(15).toMillis();

  private static final String STARTED = "FROM run_history WHERE started_at >= ? AND started_at < ?";
  private static final String ENDED = "FROM run_history WHERE ended_at >= ? AND ended_at < ?";
  private static final int BEGAN = RunState.RUNNING.finality();

  private static final String STARTS =
      "SELECT id, started_at AS moment, " + BEGAN + " AS state " + STARTED;

  private static final String ENDS = "SELECT id, ended_at AS moment, state " + ENDED;

  private static final String COUNT =
      "SELECT (SELECT COUNT(*) " + STARTED + ") + (SELECT COUNT(*) " + ENDED + ")";

  private static final String COUNTS =
      "SELECT FLOOR(started_at / "
          + QUARTER
          + ") AS slot, "
          + BEGAN
          + " AS state, COUNT(*) AS runs "
          + STARTED
          + " GROUP BY slot UNION ALL SELECT FLOOR(ended_at / "
          + QUARTER
          + ") AS slot, state, COUNT(*) AS runs "
          + ENDED
          + " GROUP BY slot, state";

  private final DatabaseReads reads;
  private final RunHistory history;

  RunMoments(DatabaseReads reads, RunHistory history) {
    this.reads = reads;
    this.history = history;
  }

  private record Row(String run, RunState state, Instant at) {}

  /**
   * A page of them.
   *
   * @param from the first time that counts
   * @param to the first that does not any more
   * @param latestFirst else the earliest
   */
  public List<RunMoment> between(
      Instant from, Instant to, boolean latestFirst, int limit, int offset) {
    String order = latestFirst ? "DESC" : "ASC";
    String near =
        " ORDER BY moment %1$s, id %1$s LIMIT ".formatted(order) + ((long) limit + offset);
    List<Row> rows =
        reads.rows(
            "SELECT * FROM (("
                + STARTS
                + near
                + ") UNION ALL ("
                + ENDS
                + near
                + ")) told ORDER BY moment %1$s, state %1$s, id %1$s LIMIT ? OFFSET ?"
                    .formatted(order),
            row ->
                new Row(
                    row.getString("id"),
                    RunState.ofFinality(row.getInt("state")),
                    Instant.ofEpochMilli(row.getLong("moment"))),
            bounds(from, to, limit, offset));
    Map<String, KnownRun> runs = history.all(rows.stream().map(Row::run).toList());
    return rows.stream()
        .flatMap(
            row ->
                Stream.ofNullable(runs.get(row.run()))
                    .map(run -> new RunMoment(run, row.state(), row.at())))
        .toList();
  }

  public int count(Instant from, Instant to) {
    return reads.rows(COUNT, row -> row.getInt(1), bounds(from, to)).getFirst();
  }

  /** How many there are, by quarters of an hour. */
  public List<RunCount> counts(Instant from, Instant to) {
    return reads.rows(
        COUNTS,
        row ->
            new RunCount(
                Instant.ofEpochMilli(row.getLong("slot") * QUARTER),
                RunState.ofFinality(row.getInt("state")),
                row.getLong("runs")),
        bounds(from, to));
  }

  private static Object[] bounds(Instant from, Instant to, Object... more) {
    Stream<Object> both =
        Stream.of(from.toEpochMilli(), to.toEpochMilli(), from.toEpochMilli(), to.toEpochMilli());
    return Stream.concat(both, Stream.of(more)).toArray();
  }
}
