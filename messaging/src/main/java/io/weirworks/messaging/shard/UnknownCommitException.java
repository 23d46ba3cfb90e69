package io.weirworks.messaging.shard;

import java.sql.SQLException;

/** The commit was sent and its answer did not come: only the tables know. */
final class UnknownCommitException extends Exception {

  UnknownCommitException(SQLException cause) {
    super("the outcome of a commit is unknown", cause);
  }
}
