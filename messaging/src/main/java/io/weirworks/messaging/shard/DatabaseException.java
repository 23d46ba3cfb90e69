package io.weirworks.messaging.shard;

import java.sql.SQLException;

/** A database error on its way through a handler. */
final class DatabaseException extends RuntimeException {

  private final SQLException error;

  DatabaseException(SQLException error) {
    super(error);
    this.error = error;
  }

  SQLException error() {
    return error;
  }
}
