package io.weirworks.acceptance.checker;

import io.weirworks.schemas.CloudEventHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * I1: one terminal event per run attempt, and so per node instance. A run is the subject of its
 * events, so attempts are apart; an attempt of a node instance that another one follows ends with
 * none of these types.
 */
final class TerminalCheck {

  private static final Pattern TYPE =
      Pattern.compile(
          "io\\.weirworks\\.contract\\.(?:executor\\.(Run)|scheduler\\.(NodeInstance))(\\w+)");

  private static final Set<String> TERMINAL =
      Set.of("Succeeded", "Failed", "Cancelled", "Lost", "Refused");

  private TerminalCheck() {}

  /** No run and no node instance ended twice. */
  static List<Violation> check(List<Seen> events) {
    List<Violation> violations = new ArrayList<>();
    Map<String, String> ended = new HashMap<>();
    for (Seen event : events) {
      if (!isTerminal(event)) {
        continue;
      }
      String subject = event.header(CloudEventHeaders.SUBJECT);
      String id = event.header(CloudEventHeaders.ID);
      String first = ended.putIfAbsent(subject, id);
      if (first != null && !first.equals(id)) {
        violations.add(
            new Violation(
                "I1",
                event.place(),
                subject + " ended again with " + event.header(CloudEventHeaders.TYPE)));
      }
    }
    return violations;
  }

  /**
   * Where nothing goes on any more: every run and every node instance that began has ended. What
   * was only made may wait for its time: past 23:30 schedules make the next day's instances.
   */
  static List<Violation> checkEnded(List<Seen> events) {
    Map<String, Seen> open = new LinkedHashMap<>();
    for (Seen event : events) {
      Matcher type = TYPE.matcher(event.header(CloudEventHeaders.TYPE));
      if (type.matches() && !type.group(3).equals("Created")) {
        open.putIfAbsent(event.header(CloudEventHeaders.SUBJECT), event);
      }
    }
    events.stream()
        .filter(TerminalCheck::isTerminal)
        .forEach(event -> open.remove(event.header(CloudEventHeaders.SUBJECT)));
    return open.entrySet().stream()
        .map(
            entry ->
                new Violation("I1", entry.getValue().place(), entry.getKey() + " has not ended"))
        .toList();
  }

  private static boolean isTerminal(Seen event) {
    Matcher type = TYPE.matcher(event.header(CloudEventHeaders.TYPE));
    return type.matches() && TERMINAL.contains(type.group(3));
  }
}
