package io.weirworks.executor.claim.adapter;

import io.weirworks.executor.claim.Admission;
import io.weirworks.executor.claim.Candidate;
import io.weirworks.executor.claim.Claimed;
import io.weirworks.executor.claim.LeaseTerms;
import io.weirworks.executor.database.adapter.ExecutorDatabase;
import io.weirworks.executor.database.adapter.Jdbc;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/**
 * Claims as runners make, prolong and mark them: with the heart-beat the only writes outside the
 * shard's owner, and they tell nothing (DESIGN 6).
 */
@Singleton
public final class ClaimStore {

  private static final String UNCLAIMED =
      " AND r.status = 'QUEUED' AND r.removed = 0"
          + " AND NOT EXISTS (SELECT 1 FROM claim c WHERE c.run = r.id)";

  private static final String CLAIMED =
      "SELECT c.run, c.attempt, c.epoch, c.marked_submitting, r.node_instance, r.workflow_instance,"
          + " r.workspace_name, r.command, w.work, w.actor, w.on_behalf_of, w.causation_id,"
          + " w.correlation_id, w.traceparent"
          + " FROM claim c JOIN run r ON r.id = c.run JOIN run_work w ON w.run = c.run"
          + " WHERE c.holder = ?";

  private final ExecutorDatabase database;
  private final long leaseSeconds;

  ClaimStore(ExecutorDatabase database, LeaseTerms terms) {
    this.database = database;
    this.leaseSeconds = terms.lease().toSeconds();
  }

  /** Makes the queue of a resource group, or sets its compute units anew. */
  public void serve(String resourceGroup, int computeUnitsMilli) throws SQLException {
    database.use(
        jdbc ->
            jdbc.update(
                "INSERT INTO compute_queue (resource_group, compute_units_milli) VALUES (?, ?)"
                    + " ON DUPLICATE KEY UPDATE compute_units_milli = VALUES(compute_units_milli)",
                resourceGroup,
                computeUnitsMilli));
  }

  /**
   * Claims what waits, in one short transaction. What was got and not heard of, since the answer to
   * the commit was lost, {@link #held} gives.
   *
   * @param slots the most that the runner takes
   */
  public List<Claimed> claim(String resourceGroup, String holder, int slots) throws SQLException {
    List<String> waiting = database.use(jdbc -> waiting(jdbc, resourceGroup, slots));
    return waiting.isEmpty()
        ? List.of()
        : database.transact(jdbc -> take(jdbc, resourceGroup, holder, waiting, slots));
  }

  /** The most urgent first, the oldest first among equals; seen without a lock. */
  private static List<String> waiting(Jdbc jdbc, String resourceGroup, int most)
      throws SQLException {
    return jdbc.select(
        "SELECT r.id FROM run r WHERE r.resource_group = ?"
            + UNCLAIMED
            + " ORDER BY r.priority DESC, r.queued_at, r.id LIMIT ?",
        row -> Jdbc.text(row, "id"),
        resourceGroup,
        most);
  }

  private List<Claimed> take(
      Jdbc jdbc, String resourceGroup, String holder, List<String> waiting, int slots)
      throws SQLException {
    int units =
        jdbc.select(
                "SELECT compute_units_milli FROM compute_queue WHERE resource_group = ? FOR UPDATE",
                row -> row.getInt(1),
                resourceGroup)
            .getFirst();
    int used =
        jdbc.select(
                "SELECT COALESCE(SUM(compute_units_milli), 0) FROM claim WHERE resource_group = ?",
                row -> row.getInt(1),
                resourceGroup)
            .getFirst();
    List<Candidate> taken = Admission.take(lock(jdbc, waiting), units - used, slots);
    return taken.isEmpty()
        ? List.of()
        : insert(jdbc, taken.stream().map(Candidate::runId).toList(), holder);
  }

  /** Those that are still queued; one that its owner is deciding on right now is left alone. */
  private static List<Candidate> lock(Jdbc jdbc, List<String> waiting) throws SQLException {
    List<Candidate> locked =
        jdbc.select(
            "SELECT r.id, r.compute_units_milli FROM run r WHERE r.id IN "
                + Jdbc.places(waiting)
                + UNCLAIMED
                + " ORDER BY r.id FOR UPDATE SKIP LOCKED",
            row -> new Candidate(Jdbc.text(row, "id"), row.getInt("compute_units_milli")),
            waiting.toArray());
    List<Candidate> inOrder = new ArrayList<>(locked);
    inOrder.sort(Comparator.comparingInt(one -> waiting.indexOf(one.runId())));
    return inOrder;
  }

  private List<Claimed> insert(Jdbc jdbc, List<String> runs, String holder) throws SQLException {
    List<Object> parameters = new ArrayList<>(runs);
    parameters.addFirst(leaseSeconds);
    parameters.addFirst(holder);
    jdbc.update(
        "INSERT INTO claim (run, attempt, epoch, resource_group, holder, compute_units_milli,"
            + " marked_submitting, lease_until)"
            + " SELECT id, attempt, epoch + 1, resource_group, ?, compute_units_milli, 0,"
            + " UTC_TIMESTAMP(6) + INTERVAL ? SECOND FROM run WHERE id IN "
            + Jdbc.places(runs)
            + " ORDER BY id",
        parameters.toArray());
    return claimed(jdbc, " AND c.run IN ", holder, runs);
  }

  /**
   * Everything that the runner holds, whatever became of the process that claimed it, but these
   * runs.
   */
  public List<Claimed> held(String holder, Collection<String> but) throws SQLException {
    if (but.isEmpty()) {
      return database.use(jdbc -> jdbc.select(CLAIMED, ClaimStore::claimed, holder));
    }
    return database.use(jdbc -> claimed(jdbc, " AND c.run NOT IN ", holder, but));
  }

  private static List<Claimed> claimed(
      Jdbc jdbc, String which, String holder, Collection<String> runs) throws SQLException {
    List<Object> parameters = new ArrayList<>(runs);
    parameters.addFirst(holder);
    return jdbc.select(
        CLAIMED + which + Jdbc.places(runs), ClaimStore::claimed, parameters.toArray());
  }

  private static Claimed claimed(ResultSet row) throws SQLException {
    return new Claimed(
        Jdbc.text(row, "run"),
        row.getInt("attempt"),
        row.getLong("epoch"),
        row.getBoolean("marked_submitting"),
        Jdbc.text(row, "node_instance"),
        Jdbc.text(row, "workflow_instance"),
        Jdbc.text(row, "workspace_name"),
        Jdbc.text(row, "command"),
        Jdbc.text(row, "work"),
        new Claimed.Cause(
            Jdbc.text(row, "actor"),
            row.getString("on_behalf_of"),
            Jdbc.text(row, "causation_id"),
            Jdbc.text(row, "correlation_id"),
            row.getString("traceparent")));
  }

  /** Whether the run's claim of this epoch is still there. */
  public boolean isHeld(String runId, long epoch) throws SQLException {
    return !database
        .use(
            jdbc ->
                jdbc.select(
                    "SELECT 1 FROM claim WHERE run = ? AND epoch = ?", row -> 1, runId, epoch))
        .isEmpty();
  }
}
