package io.weirworks.messaging.wire;

/** A record that its topic would not take; found before the commit. */
public final class TooLargeException extends RuntimeException {

  public TooLargeException(String topic, int size, int limit) {
    super("a record for " + topic + " has " + size + " bytes, at most " + limit);
  }
}
