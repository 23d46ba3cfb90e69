package io.weirworks.schemas.evolution;

/** The changes that no later version of the contract may make. */
enum ForbiddenChange {
  /** A record was removed, renamed or moved to another topic. */
  RECORD_REMOVED,
  /** A new field has no default: old data cannot be read. */
  FIELD_ADDED_WITHOUT_DEFAULT,
  /** A field went that old readers need, or got another name: they would see nothing of it. */
  FIELD_REMOVED_OR_RENAMED,
  /** A type changed; also int to long, null to not null, one more branch: one side cannot read. */
  TYPE_CHANGED,
  /** A logical type changed: bytes read as before and mean something else. */
  MEANING_CHANGED,
  /** An enum symbol was removed, renamed or moved; new ones come last. */
  ENUM_SYMBOLS_CHANGED,
  /** An enum has no default UNKNOWN: an old reader would fail on each later symbol. */
  ENUM_WITHOUT_UNKNOWN,
  /** A row of ids.csv changed or went: bytes on Kafka would mean something else. */
  ID_CHANGED
}
