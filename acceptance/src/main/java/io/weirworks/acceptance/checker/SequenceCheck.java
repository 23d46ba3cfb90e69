package io.weirworks.acceptance.checker;

import io.weirworks.schemas.CloudEventHeaders;
import io.weirworks.schemas.Sequence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * I4: per subject the sequence has neither gap nor repeat after de-duplication: a reader drops what
 * is not above the last that it has. What it drops must have been there before under the same id.
 */
final class SequenceCheck {

  private record Key(String source, String subject) {}

  private final Map<Key, Long> last = new HashMap<>();
  private final Map<Key, Map<Long, String>> ids = new HashMap<>();

  List<Violation> check(List<Seen> events) {
    List<Violation> violations = new ArrayList<>();
    for (Seen event : events) {
      check(event, violations);
    }
    return violations;
  }

  private void check(Seen event, List<Violation> violations) {
    String text = event.header(CloudEventHeaders.SEQUENCE);
    String subject = event.header(CloudEventHeaders.SUBJECT);
    if (text.isEmpty() || subject.isEmpty()) {
      violations.add(new Violation("I4", event.place(), "an event without subject or sequence"));
      return;
    }
    Key key = new Key(event.header(CloudEventHeaders.SOURCE), subject);
    long sequence = Sequence.parse(text);
    long before = last.getOrDefault(key, 0L);
    String id = event.header(CloudEventHeaders.ID);
    Map<Long, String> known = ids.computeIfAbsent(key, k -> new HashMap<>());
    if (sequence > before + 1) {
      violations.add(
          new Violation("I4", event.place(), subject + " goes from " + before + " to " + sequence));
    } else if (sequence <= before && !id.equals(known.get(sequence))) {
      violations.add(
          new Violation(
              "I4", event.place(), subject + " has two events with sequence " + sequence));
    }
    known.putIfAbsent(sequence, id);
    last.put(key, Math.max(before, sequence));
  }
}
