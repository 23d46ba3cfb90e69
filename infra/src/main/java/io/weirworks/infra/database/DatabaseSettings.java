package io.weirworks.infra.database;

/**
 * How the embedded database is started.
 *
 * @param syncEachCommit true: a commit survives a power failure (innodb_flush_log_at_trx_commit=1);
 *     false: it survives the server's death only (2)
 * @param bufferPoolMebibytes innodb_buffer_pool_size
 */
public record DatabaseSettings(boolean syncEachCommit, int bufferPoolMebibytes) {

  private static final int BUFFER_POOL_MEBIBYTES = 256;

  /** Durable, 256 MiB. */
  public static DatabaseSettings standard() {
    return new DatabaseSettings(true, BUFFER_POOL_MEBIBYTES);
  }
}
