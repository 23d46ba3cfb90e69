package io.weirworks.infra.database;

import java.util.List;

/** The options of the embedded server that do not depend on where it lives. */
final class ServerOptions {

  private ServerOptions() {}

  static List<String> of(DatabaseSettings settings) {
    return List.of(
        "--bind-address=127.0.0.1",
        "--skip-name-resolve",
        // It would make a certificate at each start: four seconds of a core, for loopback.
        "--skip-ssl",
        "--character-set-server=utf8mb4",
        "--collation-server=utf8mb4_bin",
        "--transaction-isolation=READ-COMMITTED",
        "--default-time-zone=+00:00",
        "--max-allowed-packet=128M",
        "--max-connections=500",
        "--performance-schema=OFF",
        "--innodb-flush-log-at-trx-commit=" + (settings.syncEachCommit() ? 1 : 2),
        "--innodb-buffer-pool-size=" + settings.bufferPoolMebibytes() + "M",
        // As MySQL does: a statement that waited for a lock too long does not take its transaction
        // with it silently.
        "--sql-mode=STRICT_TRANS_TABLES,NO_ZERO_IN_DATE,NO_ZERO_DATE,ERROR_FOR_DIVISION_BY_ZERO,NO_ENGINE_SUBSTITUTION,ONLY_FULL_GROUP_BY");
  }
}
