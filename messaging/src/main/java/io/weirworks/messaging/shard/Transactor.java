package io.weirworks.messaging.shard;

import io.weirworks.messaging.ServiceDefinition;
import io.weirworks.messaging.SubjectKind;
import io.weirworks.messaging.projection.StateRecords;
import io.weirworks.messaging.storage.ShardTable;
import io.weirworks.messaging.storage.ShardTable.Locked;
import io.weirworks.messaging.storage.ShardTable.ShardRow;
import io.weirworks.messaging.storage.SubjectRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs inputs of several shards as one transaction: lock the shards in order, check each epoch,
 * read in batches, decide, write in batches, commit. Memory follows the table only after the
 * commit.
 */
final class Transactor {

  private static final Logger LOG = LoggerFactory.getLogger(Transactor.class);

  private final DataSource database;
  private final Routes routes;
  private final Composer composer;
  private final DatabaseClock clock;
  private final SubjectCache cache;
  private final Bounds bounds;
  private final MessagingMetrics metrics;
  private final StateRecords states;
  private final Traces traces = new Traces();
  private final Map<SubjectKind<?, ?>, SubjectRows<?>> tables = new HashMap<>();

  Transactor(
      DataSource database,
      Routes routes,
      Composer composer,
      DatabaseClock clock,
      SubjectCache cache,
      Bounds bounds,
      MessagingMetrics metrics) {
    this.database = database;
    this.routes = routes;
    this.composer = composer;
    this.clock = clock;
    this.cache = cache;
    this.bounds = bounds;
    this.metrics = metrics;
    ServiceDefinition definition = routes.definition();
    this.states = new StateRecords(definition.service(), definition.codec());
    definition.kinds().forEach(kind -> tables.put(kind, new SubjectRows<>(kind)));
  }

  /**
   * Decides as many of the inputs as fit and does the shards' housekeeping with them.
   *
   * @throws LostEpochException where another member owns one of the shards; nothing is changed
   * @throws UnknownCommitException where the commit may or may not have happened
   * @throws SQLException where the database refused something before the commit; rolled back
   */
  Settled run(Map<Integer, OwnedShard> owned, List<Input> inputs)
      throws SQLException, LostEpochException, UnknownCommitException {
    Connection connection = database.getConnection();
    try {
      return run(connection, owned, inputs);
    } catch (DatabaseException e) {
      rollback(connection, e);
      throw e.error();
    } catch (SQLException | RuntimeException | LostEpochException e) {
      rollback(connection, e);
      throw e;
    } finally {
      giveBack(connection);
    }
  }

  private Settled run(Connection connection, Map<Integer, OwnedShard> owned, List<Input> inputs)
      throws SQLException, LostEpochException, UnknownCommitException {
    long begun = System.nanoTime();
    connection.setAutoCommit(false);
    TransactionWork work =
        new TransactionWork(connection, tables, cache, routes.definition().codec());
    Ledger ledger = lock(connection, owned);
    int taken = decide(owned, inputs, work, ledger, begun);
    Flush flush = new Flush(connection, tables, states, work, ledger);
    flush.write(owned.values(), inputs.subList(0, taken));
    commit(connection);
    flush.remember(owned, cache);
    ledger.hints.forEach(Runnable::run);
    metrics.transaction(taken, System.nanoTime() - begun);
    metrics.deadLetters(ledger.buried);
    ledger.skippedEvents.forEach(metrics::skippedEvent);
    return new Settled(taken, flush.sent());
  }

  /** An error here must not look like one of the transaction, which would be run again. */
  private static void giveBack(Connection connection) {
    try {
      connection.close();
    } catch (SQLException e) {
      LOG.warn("a connection could not be given back: {}", e.toString());
    }
  }

  private Ledger lock(Connection connection, Map<Integer, OwnedShard> owned)
      throws SQLException, LostEpochException {
    Locked locked = ShardTable.lock(connection, owned.keySet());
    Set<Integer> lost = new HashSet<>(owned.keySet());
    for (ShardRow row : locked.rows()) {
      OwnedShard mine = owned.get(row.shard());
      if (mine != null && mine.epoch == row.epoch()) {
        lost.remove(row.shard());
      }
    }
    if (!lost.isEmpty()) {
      throw new LostEpochException(lost);
    }
    return new Ledger(
        routes.definition().service(), bounds, new Locked(locked.rows(), clock.read(locked.now())));
  }

  private int decide(
      Map<Integer, OwnedShard> owned,
      List<Input> inputs,
      TransactionWork work,
      Ledger ledger,
      long begun) {
    ViewKeeper views = new ViewKeeper(routes, work, ledger);
    Memory memory = new Memory(work, ledger, composer);
    new Preload(routes, work, memory, views).load(inputs);
    InputDecider decider = decider(owned, work, ledger, views, memory);
    int taken = 0;
    for (Input input : inputs) {
      boolean late = System.nanoTime() - begun > bounds.time().toNanos();
      if (taken == bounds.inputs() || (late && taken > 0) || !decider.decide(input)) {
        break;
      }
      taken++;
    }
    return taken;
  }

  private InputDecider decider(
      Map<Integer, OwnedShard> owned,
      TransactionWork work,
      Ledger ledger,
      ViewKeeper views,
      Memory memory) {
    Parking parking = new Parking(ledger, composer, new KeyQueues(owned.values()));
    Decisions decisions = new Decisions(work, ledger, composer, parking);
    DeadLetters deadLetters = new DeadLetters(ledger, composer, memory);
    CommandDesk commands =
        new CommandDesk(work, ledger, composer, memory, views, parking, decisions);
    RecordDesk records = new RecordDesk(routes, ledger, views, commands, deadLetters, traces);
    TimerDesk timers = new TimerDesk(routes, work, ledger, parking, decisions);
    return new InputDecider(ledger, parking, records, timers, deadLetters);
  }

  private static void commit(Connection connection) throws UnknownCommitException {
    try {
      connection.commit();
    } catch (SQLException e) {
      throw new UnknownCommitException(e);
    }
  }

  private static void rollback(Connection connection, Exception cause) {
    try {
      connection.rollback();
    } catch (SQLException e) {
      cause.addSuppressed(e);
    }
  }
}
