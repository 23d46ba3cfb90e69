package io.weirworks.messaging.fault;

/** The steps of a member's cycle at which something may go wrong, in their order. */
public enum Step {
  /** The shard's row is locked by whoever takes it; the epoch is not raised yet. */
  TAKE_SHARD,
  /** Records were polled; nothing of them is decided. */
  POLL,
  /** The rows of the shards are locked; nothing is read yet. */
  LOCK,
  /** Something was read for a decision. */
  DECIDE,
  /** A batch was written. */
  WRITE,
  /** Everything is written; the commit is not sent yet. */
  BEFORE_COMMIT,
  /** The database has committed; nobody knows it yet. */
  AFTER_COMMIT,
  /** The connection of a transaction was given back. */
  GIVE_BACK,
  /** A record of a committed transaction is about to be handed to the producer. */
  PUBLISH,
  /** The same of a command to one of our own services. */
  PUBLISH_COMMAND,
  /** Acknowledged outbox rows were deleted, in a transaction that is not committed. */
  DELETE_OUTBOX,
  /** Offsets are about to be committed to the group. */
  COMMIT_OFFSETS,
  /** State records are sent; their Kafka transaction is not committed yet. */
  PUBLISH_STATE
}
