package io.weirworks.executor.lineage;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * One line of openlineage-spark's file, as far as it matters whether it is told (lineage.md 5: a
 * statement is told by START, several RUNNING and COMPLETE that mostly repeat each other).
 *
 * @param text the event
 * @param run OpenLineage's own run, one per statement
 * @param ended whether it is the last word about that run
 * @param writes whether it names an output
 * @param facts datasets and column lineage that it tells, as fingerprints
 */
record OpenLineageEvent(String text, String run, boolean ended, boolean writes, Set<UUID> facts) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Set<String> LAST = Set.of("COMPLETE", "FAIL", "ABORT");

  /** Empty for what is no event of a run. */
  static Optional<OpenLineageEvent> parse(String line) {
    try {
      JsonNode event = JSON.readTree(line);
      String type = event.path("eventType").asText("");
      String run = event.path("run").path("runId").asText("");
      if (type.isEmpty() || run.isEmpty()) {
        return Optional.empty();
      }
      Set<UUID> facts = new HashSet<>();
      add(event.path("inputs"), "in", facts);
      add(event.path("outputs"), "out", facts);
      return Optional.of(
          new OpenLineageEvent(
              line, run, LAST.contains(type), !event.path("outputs").isEmpty(), facts));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  private static void add(JsonNode datasets, String side, Set<UUID> facts) {
    for (JsonNode one : datasets) {
      String name = side + one.path("namespace").asText() + "\n" + one.path("name").asText();
      facts.add(fingerprint(name));
      JsonNode columns = one.path("facets").path("columnLineage");
      if (!columns.isMissingNode()) {
        facts.add(fingerprint(name + columns));
      }
    }
  }

  private static UUID fingerprint(String fact) {
    return UUID.nameUUIDFromBytes(fact.getBytes(UTF_8));
  }
}
