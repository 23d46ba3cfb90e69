package io.weirworks.messaging.wire;

/** Whoever serves the contract has not answered yet whether a schema id exists. */
public final class SchemaPendingException extends RuntimeException {

  private final int schemaId;

  public SchemaPendingException(int schemaId) {
    super("no answer yet about schema id " + schemaId);
    this.schemaId = schemaId;
  }

  public int schemaId() {
    return schemaId;
  }
}
