package io.weirworks.executor.claim.adapter;

import io.weirworks.executor.claim.Claimed;
import io.weirworks.executor.database.adapter.ExecutorDatabase;
import io.weirworks.executor.database.adapter.Jdbc;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;

/**
 * Marks claims as about to be submitted (DESIGN 6). Every run asks for itself; those that ask while
 * a statement is under way share the next one, so that runs that begin together cost few.
 */
@Singleton
public final class ClaimMarks {

  private static final int AT_ONCE = 200;
  private static final String ONE = "(run = ? AND epoch = ? AND holder = ?)";

  private record Asked(Claimed claimed, String holder, CompletableFuture<Boolean> marked) {}

  private final ExecutorDatabase database;
  private final Queue<Asked> asked = new ConcurrentLinkedQueue<>();
  private final Semaphore statement = new Semaphore(1);

  ClaimMarks(ExecutorDatabase database) {
    this.database = database;
  }

  /**
   * Says that the run is about to be submitted; false: the claim is not ours any more or its lease
   * has run out, and nothing may be submitted.
   */
  public boolean mark(Claimed claimed, String holder) throws SQLException, InterruptedException {
    CompletableFuture<Boolean> marked = new CompletableFuture<>();
    asked.add(new Asked(claimed, holder, marked));
    while (!asked.isEmpty() && statement.tryAcquire()) {
      try {
        markAll();
      } finally {
        statement.release();
      }
    }
    try {
      return marked.get();
    } catch (ExecutionException e) {
      throw new SQLException("the claim could not be marked", e.getCause());
    }
  }

  private void markAll() {
    List<Asked> batch = new ArrayList<>();
    for (Asked one; batch.size() < AT_ONCE && (one = asked.poll()) != null; ) {
      batch.add(one);
    }
    batch.sort(Comparator.comparing(one -> one.claimed().runId())); // locked in key order
    try {
      Set<String> marked = batch.isEmpty() ? Set.of() : database.use(jdbc -> mark(jdbc, batch));
      batch.forEach(one -> one.marked().complete(marked.contains(one.claimed().runId())));
    } catch (SQLException | RuntimeException e) {
      batch.forEach(one -> one.marked().completeExceptionally(e));
    }
  }

  /** Ids of the runs that are marked; where one is not, the rows say which. */
  private static Set<String> mark(Jdbc jdbc, List<Asked> batch) throws SQLException {
    List<Claimed> claims = batch.stream().map(Asked::claimed).toList();
    String each = String.join(" OR ", Collections.nCopies(batch.size(), ONE));
    String which = " WHERE lease_until > UTC_TIMESTAMP(6) AND (" + each + ")";
    Object[] parameters =
        batch.stream()
            .<Object>flatMap(
                one -> Stream.of(one.claimed().runId(), one.claimed().epoch(), one.holder()))
            .toArray();
    int marked = jdbc.update("UPDATE claim SET marked_submitting = 1" + which, parameters);
    return new HashSet<>(
        marked == claims.size()
            ? claims.stream().map(Claimed::runId).toList()
            : jdbc.select(
                "SELECT run FROM claim" + which + " AND marked_submitting = 1",
                row -> Jdbc.text(row, "run"),
                parameters));
  }
}
