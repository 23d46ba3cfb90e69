package io.weirworks.executor.claim.adapter;

import io.weirworks.executor.claim.Held;
import io.weirworks.executor.database.adapter.Jdbc;
import io.weirworks.messaging.Effect;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Claims as the owner of a run's shard reads and ends them, in its own transaction. */
public final class OwnedClaims {

  private static final String LOCK =
      "SELECT c.epoch, c.holder, c.marked_submitting,"
          + " TIMESTAMPDIFF(MICROSECOND, UTC_TIMESTAMP(6), c.lease_until) AS left_us"
          + " FROM run r LEFT JOIN claim c ON c.run = r.id WHERE r.id = ? FOR UPDATE";

  private OwnedClaims() {}

  /**
   * Locks the run and its claim until the transaction ends: nobody claims, marks or prolongs it
   * meanwhile. Empty where nobody holds it.
   */
  public static Optional<Held> lock(Connection connection, String runId) throws SQLException {
    return new Jdbc(connection)
        .select(LOCK, OwnedClaims::held, runId).stream().flatMap(Optional::stream).findFirst();
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

  /** The compute units of a resource group, in thousandths; empty where no runner serves it. */
  public static Optional<Integer> unitsOf(Connection connection, String resourceGroup)
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
    return write("DELETE FROM claim WHERE run = ?", runId);
  }

  @SuppressWarnings("NullAway") // messaging binds null as SQL's null
  static Effect write(String sql, @Nullable Object... parameters) {
    List<Object> list = Collections.unmodifiableList(Arrays.asList(parameters));
    return new Effect.Write(sql, list);
  }
}
