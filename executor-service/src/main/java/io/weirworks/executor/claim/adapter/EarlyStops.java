package io.weirworks.executor.claim.adapter;

import io.weirworks.executor.claim.CancelAsk;
import io.weirworks.executor.database.adapter.Jdbc;
import io.weirworks.messaging.Effect;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Stops that overtook their run. What a transaction remembers cannot be read in the same one, so
 * the latest are also known here; that such a transaction may roll back does no harm, since its
 * stop then comes again.
 */
@Singleton
public final class EarlyStops {

  private static final int LATEST = 1_000;

  private final Map<String, CancelAsk> latest =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CancelAsk> eldest) {
          return size() > LATEST;
        }
      };

  /** Keeps a stop until its run comes. */
  public synchronized Effect remember(String runId, CancelAsk stop) {
    latest.put(runId, stop);
    return OwnedClaims.write(
        "REPLACE INTO early_stop (run, reason, sequence) VALUES (?, ?, ?)",
        runId,
        stop.reason(),
        stop.sequence());
  }

  /** The stop that came before its run, if one did. */
  public synchronized Optional<CancelAsk> find(Connection connection, String runId)
      throws SQLException {
    CancelAsk known = latest.get(runId);
    if (known != null) {
      return Optional.of(known);
    }
    return new Jdbc(connection)
            .select(
                "SELECT reason, sequence FROM early_stop WHERE run = ?",
                row -> new CancelAsk(row.getString("reason"), row.getLong("sequence")),
                runId)
            .stream()
            .findFirst();
  }

  /** Its run has come. */
  public Effect forget(String runId) {
    return OwnedClaims.write("DELETE FROM early_stop WHERE run = ?", runId);
  }
}
