package io.weirworks.standalone.asking;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.weirworks.messaging.Rejection;
import io.weirworks.messaging.client.Reply;

/** A reply for people and for programs. */
public final class ReplyText {

  private ReplyText() {}

  /** One line. */
  public static String line(Reply reply) {
    return switch (reply) {
      case Reply.Accepted(String command, String subject, long sequence) ->
          "accepted: subject %s, sequence %d (command %s)".formatted(subject, sequence, command);
      case Reply.Rejected(String command, Rejection rejection) ->
          "rejected: %s: %s%s (command %s)"
              .formatted(rejection.code(), rejection.message(), place(rejection), command);
    };
  }

  /** The fields of {@code CommandOutcome} as HTTP shows it. */
  public static ObjectNode json(Reply reply) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    switch (reply) {
      case Reply.Accepted(String command, String subject, long sequence) ->
          json.put("commandId", command)
              .put("status", "ACCEPTED")
              .put("subject", subject)
              .put("sequence", sequence);
      case Reply.Rejected(String command, Rejection rejection) ->
          json.put("commandId", command)
              .put("status", "REJECTED")
              .put("code", rejection.code())
              .put("message", rejection.message())
              .put("field", rejection.field())
              .put("value", rejection.value());
    }
    return json;
  }

  private static String place(Rejection rejection) {
    String field = rejection.field() == null ? "" : " at " + rejection.field();
    return rejection.value() == null ? field : field + ", value '" + rejection.value() + "'";
  }
}
