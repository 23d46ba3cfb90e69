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

  /** The end of a run as it stands in {@code standing}. */
  private static final String END = "CAST(SUBSTRING(standing, 3, 19) AS SIGNED)";

  private static final String ENDS = "standing >= '" + RunState.ABORTED.finality() + "'";

  private static final String STARTED =
      "SELECT id, started_at AS moment, "
          + RunState.RUNNING.finality()
          + " AS state FROM run_history";

  private static final String ENDED =
      "SELECT id, "
          + END
          + " AS moment, CAST(LEFT(standing, 1) AS SIGNED) AS state FROM run_history";

  private static final String BETWEEN =
      "FROM ("
          + STARTED
          + " WHERE started_at >= ? AND started_at < ? UNION ALL "
          + ENDED
          + " WHERE "
          + ENDS
          + " AND "
          + END
          + " >= ? AND "
          + END
          + " < ?) told ";

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
    List<Row> rows =
        reads.rows(
            "SELECT * "
                + BETWEEN
                + "ORDER BY moment %1$s, state %1$s, id %1$s LIMIT ? OFFSET ?".formatted(order),
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
    return reads
        .rows("SELECT COUNT(*) " + BETWEEN, row -> row.getInt(1), bounds(from, to))
        .getFirst();
  }

  /** How many there are, by quarters of an hour. */
  public List<RunCount> counts(Instant from, Instant to) {
    return reads.rows(
        "SELECT FLOOR(moment / "
            + QUARTER
            + ") AS slot, state, COUNT(*) AS runs "
            + BETWEEN
            + "GROUP BY slot, state",
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
