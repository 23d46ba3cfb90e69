package io.weirworks.acceptance.checker;

import io.weirworks.schemas.CloudEventHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * I1: one terminal event per run attempt. A run is the subject of its events, so attempts are
 * apart.
 */
final class TerminalCheck {

  private static final Set<String> TERMINAL =
      Stream.of("RunSucceeded", "RunFailed", "RunCancelled", "RunLost", "RunRefused")
          .map(name -> "io.weirworks.contract.executor." + name)
          .collect(Collectors.toUnmodifiableSet());

  private TerminalCheck() {}

  static List<Violation> check(List<Seen> events) {
    List<Violation> violations = new ArrayList<>();
    Map<String, String> ended = new HashMap<>();
    for (Seen event : events) {
      String type = event.header(CloudEventHeaders.TYPE);
      if (!TERMINAL.contains(type)) {
        continue;
      }
      String run = event.header(CloudEventHeaders.SUBJECT);
      String id = event.header(CloudEventHeaders.ID);
      String first = ended.putIfAbsent(run, id);
      if (first != null && !first.equals(id)) {
        violations.add(
            new Violation("I1", event.place(), "run " + run + " ended again with " + type));
      }
    }
    return violations;
  }
}
