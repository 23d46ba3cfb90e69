package io.weirworks.executor.claim.adapter;

import io.weirworks.executor.claim.LeaseTerms;
import io.weirworks.executor.claim.Standing;
import io.weirworks.executor.database.adapter.ExecutorDatabase;
import io.weirworks.executor.database.adapter.Jdbc;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransactionRollbackException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The heart-beat of a runner: one statement for all its claims, by the database's time. */
@Singleton
public final class HeartBeats {

  private static final int TRIES = 5;

  private final ExecutorDatabase database;
  private final long leaseSeconds;

  HeartBeats(ExecutorDatabase database, LeaseTerms terms) {
    this.database = database;
    this.leaseSeconds = terms.lease().toSeconds();
  }

  /**
   * Prolongs everything that the runner holds, also what had run out: its owner decides on that. By
   * the primary key, as everybody else locks claims: by the holder's index it would meet those who
   * end them in the other order.
   */
  public void beat(String holder) throws SQLException {
    for (int tries = 1; ; tries++) {
      try {
        prolong(holder);
        return;
      } catch (SQLTransactionRollbackException e) { // the shard's owner had the same rows
        if (tries == TRIES) {
          throw e;
        }
      }
    }
  }

  private void prolong(String holder) throws SQLException {
    database.use(
        jdbc ->
            jdbc.update(
                "UPDATE claim IGNORE INDEX (claim_by_holder) SET lease_until = UTC_TIMESTAMP(6) + INTERVAL ? SECOND"
                    + " WHERE holder = ?",
                leaseSeconds,
                holder));
  }

  /** What is known of each of these runs; one that is unknown is left out. */
  public Map<String, Standing> standings(String holder, Collection<String> runs)
      throws SQLException {
    if (runs.isEmpty()) {
      return Map.of();
    }
    return database.use(jdbc -> standings(jdbc, holder, runs));
  }

  private static Map<String, Standing> standings(Jdbc jdbc, String holder, Collection<String> runs)
      throws SQLException {
    Map<String, Map<Long, Long>> evidence = new HashMap<>();
    jdbc.select(
        "SELECT run, epoch, MAX(number) AS number FROM report_evidence WHERE run IN "
            + Jdbc.places(runs)
            + " GROUP BY run, epoch",
        row ->
            evidence
                .computeIfAbsent(Jdbc.text(row, "run"), run -> new HashMap<>())
                .put(row.getLong("epoch"), row.getLong("number")),
        runs.toArray());
    List<Object> parameters = new ArrayList<>(runs);
    parameters.addFirst(holder);
    Map<String, Standing> found = new HashMap<>();
    jdbc.select(
        "SELECT r.id, r.status, r.ended_at, r.epoch, r.report_number, r.cancel_asked,"
            + " c.epoch AS claim_epoch FROM run r LEFT JOIN claim c ON c.run = r.id AND c.holder = ?"
            + " WHERE r.id IN "
            + Jdbc.places(runs),
        row ->
            found.put(
                Jdbc.text(row, "id"),
                standing(row, evidence.getOrDefault(Jdbc.text(row, "id"), Map.of()))),
        parameters.toArray());
    return found;
  }

  private static Standing standing(ResultSet row, Map<Long, Long> evidence) throws SQLException {
    long claimEpoch = row.getLong("claim_epoch");
    Long held = row.wasNull() ? null : claimEpoch;
    return new Standing(
        held,
        row.getBoolean("cancel_asked"),
        "RUNNING".equals(row.getString("status")),
        row.getObject("ended_at") != null,
        row.getLong("epoch"),
        row.getLong("report_number"),
        evidence);
  }
}
