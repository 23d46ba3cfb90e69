package io.weirworks.executor.claim.adapter;

import io.weirworks.contract.executor.ReportRun;
import io.weirworks.executor.claim.Claimed;
import io.weirworks.executor.database.adapter.ExecutorDatabase;
import io.weirworks.messaging.Effect;
import io.weirworks.schemas.AvroCodec;
import io.weirworks.schemas.UndecodableException;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/** Reports that changed nothing, kept because they prove that something was started. */
@Singleton
public final class EvidenceStore {

  private final ExecutorDatabase database;
  private final AvroCodec codec;

  EvidenceStore(ExecutorDatabase database, AvroCodec codec) {
    this.database = database;
    this.codec = codec;
  }

  /** Keeps the report with the owner's transaction; keeping it again is harmless. */
  public Effect keep(ReportRun report) {
    return new Effect.Write(
        "INSERT IGNORE INTO report_evidence (run, epoch, number, report, kept_at)"
            + " VALUES (?, ?, ?, ?, UTC_TIMESTAMP(6))",
        List.of(
            report.getRunId(), report.getEpoch(), report.getReportNumber(), codec.encode(report)));
  }

  /** The last word of an older claim on the run, if there was one; epochs count from 1. */
  public Optional<ReportRun> ofOlderClaims(Claimed claimed) throws SQLException {
    if (claimed.epoch() == 1) {
      return Optional.empty();
    }
    List<byte[]> found =
        database.use(
            jdbc ->
                jdbc.select(
                    "SELECT report FROM report_evidence WHERE run = ? AND epoch < ?"
                        + " ORDER BY epoch DESC, number DESC LIMIT 1",
                    row -> row.getBytes("report"),
                    claimed.runId(),
                    claimed.epoch()));
    try {
      return found.isEmpty()
          ? Optional.empty()
          : Optional.of((ReportRun) codec.decode(found.getFirst()));
    } catch (UndecodableException e) {
      throw new IllegalStateException("evidence of run " + claimed.runId() + " is unreadable", e);
    }
  }
}
