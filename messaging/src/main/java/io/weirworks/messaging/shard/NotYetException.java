package io.weirworks.messaging.shard;

import org.jspecify.annotations.Nullable;

/**
 * A shard cannot be taken now; the reason is shown, and it is tried again while polling goes on.
 */
final class NotYetException extends Exception {

  NotYetException(String reason, @Nullable Throwable cause) {
    super(reason, cause);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
