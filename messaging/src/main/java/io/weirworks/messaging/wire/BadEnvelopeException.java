package io.weirworks.messaging.wire;

/** A record whose headers are no envelope: what is missing or malformed. */
public final class BadEnvelopeException extends Exception {

  public BadEnvelopeException(String message) {
    super(message);
  }
}
