package io.weirworks.acceptance.checker;

import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** I6: every accepted command's effect is in events; every event has an actor and a cause. */
final class CauseCheck {

  private static final List<String> REQUIRED =
      List.of(
          CloudEventHeaders.ID,
          CloudEventHeaders.SOURCE,
          CloudEventHeaders.TYPE,
          CloudEventHeaders.TIME,
          CloudEventHeaders.ACTOR,
          CloudEventHeaders.CAUSATION_ID,
          CloudEventHeaders.CORRELATION_ID);

  private CauseCheck() {}

  static List<Violation> check(List<Seen> events, List<Seen> replies) {
    List<Violation> violations = new ArrayList<>();
    Map<String, Long> told = new HashMap<>();
    for (Seen event : events) {
      for (String header : REQUIRED) {
        if (event.header(header).isEmpty()) {
          violations.add(new Violation("I6", event.place(), "header " + header + " is missing"));
        }
      }
      String sequence = event.header(CloudEventHeaders.SEQUENCE);
      if (!sequence.isEmpty()) {
        told.merge(event.header(CloudEventHeaders.SUBJECT), Sequence.parse(sequence), Math::max);
      }
    }
    for (Seen reply : replies) {
      reply
          .replySubject()
          .filter(subject -> told.getOrDefault(subject, 0L) < reply.replySequence())
          .ifPresent(
              subject ->
                  violations.add(
                      new Violation(
                          "I6",
                          reply.place(),
                          "accepted up to "
                              + reply.replySequence()
                              + " of "
                              + subject
                              + ", which events do not tell")));
    }
    return violations;
  }
}
