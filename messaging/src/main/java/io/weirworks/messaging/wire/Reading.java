package io.weirworks.messaging.wire;

import io.weirworks.messaging.Envelope;
import org.apache.avro.specific.SpecificRecord;

/** What became of a record's bytes. */
public sealed interface Reading {

  record Understood(Envelope envelope, SpecificRecord value) implements Reading {}

  /** A tombstone on a state topic. */
  record Removed(Envelope envelope) implements Reading {}

  /**
   * @param cause stable name for the dead-letter header and the metric
   */
  record NotUnderstood(String cause, String detail) implements Reading {}

  /** The jar lacks this schema and whoever serves schemas has not answered yet. */
  record SchemaPending(int schemaId) implements Reading {}
}
