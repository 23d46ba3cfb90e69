package io.weirworks.executor.claim.adapter;

import io.weirworks.executor.claim.CancelAsk;
import io.weirworks.executor.database.adapter.Jdbc;
import io.weirworks.messaging.Effect;
import io.weirworks.messaging.Work;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
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

  /** What the table held of the runs of this transaction. */
  private static final class Stored {
    private final Map<String, Optional<CancelAsk>> byRun = new HashMap<>();
  }

  /** Reads those of all these runs at once. */
  public void load(Work work, Collection<String> runs) {
    Map<String, Optional<CancelAsk>> stored = work.kept(Stored.class, Stored::new).byRun;
    List<String> wanted = runs.stream().filter(run -> !stored.containsKey(run)).distinct().toList();
    if (wanted.isEmpty()) {
      return;
    }
    wanted.forEach(run -> stored.put(run, Optional.empty()));
    work.query(
            c ->
                new Jdbc(c)
                    .select(
                        "SELECT run, reason, sequence FROM early_stop WHERE run IN "
                            + Jdbc.places(wanted),
                        row ->
                            Map.entry(
                                Jdbc.text(row, "run"),
                                new CancelAsk(row.getString("reason"), row.getLong("sequence"))),
                        wanted.toArray()))
        .forEach(entry -> stored.put(entry.getKey(), Optional.of(entry.getValue())));
  }

  /** The stop that came before its run, if one did. */
  public synchronized Optional<CancelAsk> find(Work work, String runId) {
    CancelAsk known = latest.get(runId);
    if (known != null) {
      return Optional.of(known);
    }
    load(work, List.of(runId));
    return work.kept(Stored.class, Stored::new).byRun.getOrDefault(runId, Optional.empty());
  }

  /** Its run has come. */
  public Effect forget(String runId) {
    return new Effect.Remove("early_stop", "run", runId);
  }
}
