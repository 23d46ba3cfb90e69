package io.weirworks.standalone.command;

import io.weirworks.messaging.client.Reply;
import io.weirworks.schemas.Service;
import io.weirworks.standalone.asking.Asking;
import io.weirworks.standalone.asking.ReplyText;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.avro.specific.SpecificRecord;

/**
 * Publishes the command that a command line stands for and prints its reply.
 *
 * @param replies how the reply is awaited and shown
 */
record Publishing(Surroundings surroundings, String bootstrapServers, ReplyOption replies) {

  /** The subject of the reply; empty where the command was rejected. */
  Optional<String> publish(Service service, SpecificRecord value) {
    return publish(service, value, UnaryOperator.identity());
  }

  /**
   * As {@link #publish(Service, SpecificRecord)}.
   *
   * @param label makes the line that is printed out of the reply's own
   */
  Optional<String> publish(Service service, SpecificRecord value, UnaryOperator<String> label) {
    try (Asking asking = Asking.of(bootstrapServers, service, replies.patience())) {
      Reply reply = asking.ask(value, Optional.empty());
      if (replies.json()) {
        surroundings.print(ReplyText.json(reply));
      } else {
        surroundings.print(label.apply(ReplyText.line(reply)));
      }
      return switch (reply) {
        case Reply.Accepted(var _, String subject, var _) -> Optional.of(subject);
        case Reply.Rejected _ -> Optional.empty();
      };
    }
  }
}
