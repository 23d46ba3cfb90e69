package io.weirworks.messaging.shard;

import org.jspecify.annotations.Nullable;

/** A shard cannot be taken now; its owner-to-be tries again and says why meanwhile. */
final class NotYetException extends Exception {

  private final transient @Nullable Stop stop;

  NotYetException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
    this.stop = null;
  }

  /** It cannot be taken until an operator lets it pass. */
  NotYetException(Stop stop) {
    super(stop.toString());
    this.stop = stop;
  }

  String reason() {
    return String.valueOf(getMessage());
  }

  @Nullable Stop stop() {
    return stop;
  }
}
