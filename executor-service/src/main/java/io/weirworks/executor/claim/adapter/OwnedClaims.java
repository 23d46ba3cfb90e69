package io.weirworks.executor.claim.adapter;

import io.weirworks.executor.claim.Held;
import io.weirworks.executor.database.adapter.Jdbc;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Work;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Claims as the owner of a run's shard reads and ends them, in its own transaction. */
public final class OwnedClaims {

  private static final String LOCK =
      "SELECT r.id, c.epoch, c.holder, c.marked_submitting,"
          + " TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), c.lease_until) AS left_us"
          + " FROM run r LEFT JOIN claim c ON c.run = r.id WHERE r.id IN ";

  private final Map<String, Optional<Held>> locked = new HashMap<>();
  private final Map<String, Optional<Integer>> units = new HashMap<>();

  private OwnedClaims() {}

  /** Those of this transaction. */
  public static OwnedClaims of(Work work) {
    return work.kept(OwnedClaims.class, OwnedClaims::new);
  }

  /**
   * Locks runs and their claims until the transaction ends, in key order, as runners do: nobody
   * claims, marks or prolongs them meanwhile.
   */
  public void lock(Work work, Collection<String> runs) {
    List<String> wanted =
        runs.stream().filter(run -> !locked.containsKey(run)).distinct().sorted().toList();
    if (wanted.isEmpty()) {
      return;
    }
    wanted.forEach(run -> locked.put(run, Optional.empty()));
    work.query(
            c ->
                new Jdbc(c)
                    .select(
                        LOCK + Jdbc.places(wanted) + " ORDER BY r.id FOR UPDATE",
                        row -> Map.entry(Jdbc.text(row, "id"), held(row)),
                        wanted.toArray()))
        .forEach(entry -> locked.put(entry.getKey(), entry.getValue()));
  }

  /** Locks the run and its claim too; empty where nobody holds it. */
  public Optional<Held> lock(Work work, String run) {
    lock(work, List.of(run));
    return locked.getOrDefault(run, Optional.empty());
  }

  /** The compute units of a resource group, in thousandths; empty where no runner serves it. */
  public Optional<Integer> units(Work work, String resourceGroup) {
    return units.computeIfAbsent(
        resourceGroup, group -> work.query(c -> OwnedClaims.unitsOf(c, group)));
  }

  private static Optional<Held> held(ResultSet row) throws SQLException {
    String holder = row.getString("holder");
    if (holder == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Held(
            row.getLong("epoch"),
            holder,
            row.getBoolean("marked_submitting"),
            Duration.of(row.getLong("left_us"), ChronoUnit.MICROS)));
  }

  private static Optional<Integer> unitsOf(Connection connection, String resourceGroup)
      throws SQLException {
    return new Jdbc(connection)
            .select(
                "SELECT compute_units_milli FROM compute_queue WHERE resource_group = ?",
                row -> row.getInt(1),
                resourceGroup)
            .stream()
            .findFirst();
  }

  public static Effect release(String runId) {
    return new Effect.Remove("claim", "run", runId);
  }

  @SuppressWarnings("NullAway") // messaging binds null as SQL's null
  static Effect write(String sql, @Nullable Object... parameters) {
    List<Object> list = Collections.unmodifiableList(Arrays.asList(parameters));
    return new Effect.Write(sql, list);
  }
}
