package io.weirworks.messaging.hosting;

import io.micronaut.serde.annotation.Serdeable;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.client.Reply;
import io.weirworks.messaging.storage.CommandMemoryTable.Outcome;
import io.weirworks.messaging.storage.CommandMemoryTable.Remembered;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of a command as HTTP shows it.
 *
 * @param status ACCEPTED, REJECTED or PENDING
 * @param subject what it made or changed
 * @param sequence of the last event that it led to at once
 * @param code stable code of a refusal
 */
@Serdeable
public record CommandOutcome(
    String commandId,
    String status,
    @Nullable String subject,
    @Nullable Long sequence,
    @Nullable String code,
    @Nullable String message,
    @Nullable String field,
    @Nullable String value) {

  static CommandOutcome pending(String id) {
    return new CommandOutcome(id, "PENDING", null, null, null, null, null, null);
  }

  static CommandOutcome of(Reply reply) {
    return switch (reply) {
      case Reply.Accepted(String id, String subject, long sequence) ->
          new CommandOutcome(id, "ACCEPTED", subject, sequence, null, null, null, null);
      case Reply.Rejected(String id, Rejection rejection) -> rejected(id, rejection);
    };
  }

  static CommandOutcome of(Remembered remembered) {
    String id = remembered.key().id();
    return switch (remembered.outcome()) {
      case Outcome.Pending _ -> pending(id);
      case Outcome.Accepted(String subject, long sequence) ->
          new CommandOutcome(id, "ACCEPTED", subject, sequence, null, null, null, null);
      case Outcome.Rejected(Rejection rejection) -> rejected(id, rejection);
    };
  }

  static CommandOutcome rejected(String id, Rejection rejection) {
    return new CommandOutcome(
        id,
        "REJECTED",
        null,
        null,
        rejection.code(),
        rejection.message(),
        rejection.field(),
        rejection.value());
  }
}
