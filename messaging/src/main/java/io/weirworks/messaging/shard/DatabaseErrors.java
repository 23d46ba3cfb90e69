package io.weirworks.messaging.shard;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientConnectionException;
import java.util.Set;

/** What a database error means for a transaction (DESIGN 3.3). */
enum DatabaseErrors {
  /** A lock was not to be had, or this transaction was the victim of a deadlock: run it again. */
  LOCK,
  /** The connection is gone; the commit, if one was sent, may or may not have happened. */
  CONNECTION,
  /** A unique key says that somebody else was first. */
  DUPLICATE,
  /** The statement itself is refused: some input is to blame. */
  OTHER;

  private static final Set<Integer> LOCKS = Set.of(1205, 1213, 3572, 1020);
  private static final Set<Integer> CONNECTIONS =
      Set.of(1053, 1158, 1159, 1160, 1161, 1317, 1927, 4031);
  private static final int DUPLICATE_ENTRY = 1062;

  static DatabaseErrors of(SQLException error) {
    if (LOCKS.contains(error.getErrorCode()) || "40001".equals(error.getSQLState())) {
      return LOCK;
    }
    if (error.getErrorCode() == DUPLICATE_ENTRY) {
      return DUPLICATE;
    }
    String state = error.getSQLState();
    boolean connection =
        (state != null && state.startsWith("08"))
            || CONNECTIONS.contains(error.getErrorCode())
            || error instanceof SQLTransientConnectionException
            || error instanceof SQLNonTransientConnectionException
            || error instanceof SQLRecoverableException;
    if (connection) {
      return CONNECTION;
    }
    return error.getCause() instanceof SQLException cause ? of(cause) : OTHER;
  }
}
