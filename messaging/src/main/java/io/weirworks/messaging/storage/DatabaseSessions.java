package io.weirworks.messaging.storage;

import com.zaxxer.hikari.HikariConfig;
import java.time.Duration;

/**
 * How the sessions of every service's pool behave, in one place (DESIGN 3.2): a frozen owner is
 * rolled back by the server, and a connection leaves the pool before the server ends its session.
 * Connections come with auto-commit off and are not switched to transactions and back for each of
 * them: two statements fewer per transaction. What only reads is rolled back when it gives its
 * connection back; what writes commits.
 */
public final class DatabaseSessions {

  private static final Duration SERVER_WAITS = Duration.ofSeconds(15);
  private static final Duration LOCK_WAITS = Duration.ofSeconds(3);
  private static final Duration POOL_KEEPS = Duration.ofSeconds(10);

  private DatabaseSessions() {}

  /** Sets what every pool has in common; address, user and size stay as they are. */
  public static <C extends HikariConfig> C configure(C pool) {
    pool.setAutoCommit(false);
    pool.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    pool.setConnectionInitSql(
        "SET SESSION wait_timeout = %d, innodb_lock_wait_timeout = %d"
            .formatted(SERVER_WAITS.toSeconds(), LOCK_WAITS.toSeconds()));
    pool.setMinimumIdle(0);
    pool.setIdleTimeout(POOL_KEEPS.toMillis());
    return pool;
  }
}
