package io.weirworks.lineage.impact.adapter;

import io.weirworks.lineage.catalogue.adapter.LineageJson;
import io.weirworks.lineage.database.adapter.DatabaseReads;
import io.weirworks.messaging.Effect;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/**
 * What is to be assessed, as rows: written in the transaction that read of the failure, removed in
 * the one that records what was found, so that an end in between loses nothing. Nobody else writes
 * them.
 */
@Singleton
class DueImpactRows {

  private static final int MOST = 1_000;

  private final DatabaseReads reads;

  DueImpactRows(DatabaseReads reads) {
    this.reads = reads;
  }

  /** What is there is the same already. */
  static Effect write(DueImpact due, Instant now) {
    return new Effect.Write(
        "INSERT INTO impact_due (id, asked_at, due) VALUES (?, ?, ?)"
            + " ON DUPLICATE KEY UPDATE id = id",
        List.of(
            due.subject().id(),
            LocalDateTime.ofInstant(now, ZoneOffset.UTC),
            LineageJson.write(due)));
  }

  static Effect remove(String id) {
    return new Effect.Remove("impact_due", "id", id);
  }

  /** Ids of the oldest. */
  List<String> ids() {
    return reads.rows(
        "SELECT id FROM impact_due ORDER BY asked_at, id LIMIT " + MOST, row -> row.getString(1));
  }

  /** Empty where it was recorded meanwhile. */
  Optional<DueImpact> find(String id) {
    return reads
        .rows(
            "SELECT due FROM impact_due WHERE id = ?",
            row -> LineageJson.read(row.getString(1), DueImpact.class),
            id)
        .stream()
        .findFirst();
  }
}
