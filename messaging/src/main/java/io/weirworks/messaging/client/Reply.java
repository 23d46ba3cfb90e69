package io.weirworks.messaging.client;

import io.weirworks.messaging.Rejection;

/** How a command was answered. */
public sealed interface Reply {

  /**
   * The command's effect is in events.
   *
   * @param subject what it made or changed
   * @param sequence of the last event that it led to at once
   */
  record Accepted(String commandId, String subject, long sequence) implements Reply {}

  /** The command changed nothing. */
  record Rejected(String commandId, Rejection rejection) implements Reply {}
}
