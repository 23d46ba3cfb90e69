package io.weirworks.schemas;

import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Bytes that cannot be turned into a record of the contract, with the reason. */
public final class UndecodableException extends Exception {

  private static final long serialVersionUID = 1L;

  /** Why. The names are stable: dead letters and metrics carry them. */
  public enum Reason {
    /** Shorter than the frame's 5 bytes, or the first byte is not 0. */
    NOT_FRAMED,
    /** No schema is known for the frame's id: the writer is newer than this reader, or foreign. */
    UNKNOWN_SCHEMA_ID,
    /** The schema is known, but this reader has no generated class for its record. */
    UNKNOWN_TYPE,
    /** The bytes are not a value of the schema, or more bytes follow the value. */
    CORRUPT
  }

  private final Reason reason;
  private final @Nullable Integer schemaId;

  private UndecodableException(
      Reason reason, @Nullable Integer schemaId, String message, @Nullable Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.schemaId = schemaId;
  }

  static UndecodableException notFramed(byte[] bytes) {
    return new UndecodableException(
        Reason.NOT_FRAMED,
        null,
        bytes.length == 0
            ? "the value is empty; expected 0, a 4-byte schema id and Avro binary"
            : "the value has %d bytes and begins with 0x%02x; expected 0, a 4-byte schema id and Avro binary"
                .formatted(bytes.length, bytes[0]),
        null);
  }

  static UndecodableException unknownSchemaId(int id) {
    return new UndecodableException(
        Reason.UNKNOWN_SCHEMA_ID,
        id,
        "no schema is known for the id " + Integer.toUnsignedString(id),
        null);
  }

  static UndecodableException unknownType(int id, String record) {
    return new UndecodableException(
        Reason.UNKNOWN_TYPE,
        id,
        "the schema id %d stands for %s, for which there is no generated class here"
            .formatted(id, record),
        null);
  }

  static UndecodableException corrupt(int id, String record, String what, @Nullable Throwable why) {
    return new UndecodableException(
        Reason.CORRUPT,
        id,
        "the value is no %s of schema id %d: %s".formatted(record, id, what),
        why);
  }

  /** Why the bytes could not be decoded. */
  public Reason reason() {
    return reason;
  }

  /** The id in the frame; empty when there was no frame. */
  public OptionalInt schemaId() {
    return schemaId == null ? OptionalInt.empty() : OptionalInt.of(schemaId);
  }
}
